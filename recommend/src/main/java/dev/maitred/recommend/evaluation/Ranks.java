package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The places, from 1, at which a model ranks what is right. */
final class Ranks {

  /** The rank of what is not on the list. */
  static final double NONE = Double.POSITIVE_INFINITY;

  private Ranks() {}

  /**
   * Asks for a list long enough to know every rank up to {@code longest}: one that ends in items
   * with the same score is asked for again, twice as long.
   */
  static Ranking ask(Recommender model, Query query, int longest) {
    int limit = longest + 1;
    Ranking list = model.recommend(query.first(limit));
    while (list.size() == limit && endsInATie(list)) {
      limit *= 2;
      list = model.recommend(query.first(limit));
    }
    return list;
  }

  /**
   * The ranks of what is right, in rising order, {@link #NONE} for what is not on the list. An item
   * stands in the middle of those with the same score; without scores the model's own order counts.
   */
  static double[] of(Ranking list, BitSet truth) {
    var ranks = new double[truth.cardinality()];
    Arrays.fill(ranks, NONE);
    int found = 0;
    for (int at = 0; at < list.size(); at++) {
      if (truth.get(list.items()[at])) {
        ranks[found++] = list.scored() ? middle(list.scores(), at) : at + 1;
      }
    }
    return ranks;
  }

  /** The ranks on a list as it stands, ties or not. */
  static double[] of(int[] list, BitSet truth) {
    return of(Ranking.unscored(list), truth);
  }

  private static boolean endsInATie(Ranking list) {
    int size = list.size();
    return list.scored() && size > 1 && list.scores()[size - 1] == list.scores()[size - 2];
  }

  private static double middle(float[] scores, int place) {
    int first = place;
    while (first > 0 && scores[first - 1] == scores[place]) {
      first--;
    }
    int last = place;
    while (last + 1 < scores.length && scores[last + 1] == scores[place]) {
      last++;
    }
    return 1 + (first + last) / 2.0;
  }

  static BitSet set(int... items) {
    var set = new BitSet();
    IntStream.of(items).forEach(set::set);
    return set;
  }
}
