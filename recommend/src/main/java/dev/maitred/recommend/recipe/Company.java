package dev.maitred.recommend.recipe;

import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.popularity.Popularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that speaks for each item as company of a given one, before it is weighed: of each {@link
 * Relation} with strength s, log(1 + s / (0.1 · mean s)), which tells apart the weak, and 5 · s /
 * max s, which tells apart the strong; and the logarithm of how many users had the item.
 *
 * @param popularity an item without users is nobody's company
 * @param relations how items go together
 * @param content the place of content among the relations, or −1
 */
record Company(Popularity popularity, List<Relation> relations, int content) {

  private static final float SHARE_OF_MEAN = 0.1f;
  private static final float STRONGEST = 5;

  /** An item of fewer users is known by its content alone (similar-items recipe). */
  private static final int LEAST_USERS = 5;

  int count() {
    return 2 * relations.size() + 1;
  }

  /** Whether an item is known by content alone, having hardly any users. */
  boolean cold(int item) {
    return content >= 0
        && popularity.users(item) < LEAST_USERS
        && contentRelations().stream().anyMatch(relation -> lists(relation, item));
  }

  private static boolean lists(Relation relation, int item) {
    return relation instanceof Relation.Listed(SparseRows rows) && rows.size(item) > 0;
  }

  /** The items that may be company. */
  int[] candidates(int item) {
    List<Relation> known = cold(item) ? contentRelations() : relations;
    int[] all = Relation.candidates(known, item);
    return Arrays.stream(all).filter(other -> popularity.users(other) > 0).toArray();
  }

  private List<Relation> contentRelations() {
    return relations.subList(content, relations.size());
  }

  /**
   * For each candidate all signals.
   *
   * @param candidates ascending
   */
  float[][] signals(int item, int[] candidates) {
    var signals = new float[candidates.length][count()];
    for (int at = cold(item) ? content : 0; at < relations.size(); at++) {
      float[] strength = relations.get(at).strengths(item, candidates);
      var scale = scale(strength);
      for (int place = 0; place < candidates.length; place++) {
        signals[place][2 * at] = scale.log(strength[place]);
        signals[place][2 * at + 1] = scale.linear(strength[place]);
      }
    }
    for (int place = 0; place < candidates.length; place++) {
      int users = popularity.users(candidates[place]);
      signals[place][2 * relations.size()] = (float) Math.log1p(users);
    }
    return signals;
  }

  private Scale scale(float[] strengths) {
    double sum = 0;
    float max = 0;
    for (float strength : strengths) {
      sum += strength;
      max = Math.max(max, strength);
    }
    return new Scale(SHARE_OF_MEAN * sum / Math.max(1, popularity.items()), max);
  }

  /** The two forms of strengths for one item. */
  private record Scale(double weak, float max) {

    float log(float strength) {
      return strength > 0 && weak > 0 ? (float) Math.log1p(strength / weak) : 0;
    }

    float linear(float strength) {
      return max > 0 ? STRONGEST * strength / max : 0;
    }
  }

  /** What weights come out as on data of many kinds. */
  double[] usualWeights() {
    var usual = new ArrayList<Double>();
    relations.forEach(relation -> usual.addAll(List.of(0.4, 0.2)));
    usual.add(0.0);
    return usual.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
