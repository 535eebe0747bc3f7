package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.PersonalizeSplit.Case;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The metrics that {@code GetSolutionMetrics} answers, as the developer guide defines them
 * (working-with-training-metrics), each a mean over the test users:
 *
 * <ul>
 *   <li>{@code coverage}: distinct items among the test users' top 25, as a share of all items;
 *   <li>{@code mean_reciprocal_rank_at_25}: 1 / rank of the first hit in the top 25, 0 without one;
 *   <li>{@code normalized_discounted_cumulative_gain_at_K}: a hit at rank p gains 1 / log(1 + p),
 *       as a share of what an ideal order of all truths gains in K places;
 *   <li>{@code precision_at_K}: hits in the top K, divided by K even if there are fewer truths.
 * </ul>
 *
 * <p>For {@link RecipeType#RELATED_ITEMS} the last input item is the query. Nothing the user had is
 * left out of the rankings, as the recipes answer.
 */
public final class OfflineMetrics {

  private static final int LIST = 25;
  private static final int[] CUTS = {5, 10, LIST};

  private OfflineMetrics() {}

  /**
   * Rehearses a recipe on Personalize's split and measures it on the test users.
   *
   * @return the metrics by AWS's keys; empty if no user has two events
   */
  public static Map<String, Double> measure(
      Recipe recipe, TrainingData data, Settings settings, Progress progress) {
    var split = PersonalizeSplit.of(data.events(), settings.seed());
    if (split.cases().isEmpty()) {
      return Map.of();
    }
    Recommender model =
        recipe.rehearse(data.with(split.training()), settings, progress.part(0, 0.9)).model();
    return measure(model, recipe.type(), split.cases(), progress.part(0.9, 1));
  }

  /** Measures a model on test users. */
  static Map<String, Double> measure(
      Recommender model, RecipeType type, List<Case> cases, Progress progress) {
    progress.step("metrics", 0, cases.size() + " test users");
    Map<String, Double> metrics = of(model, type, cases);
    progress.step("metrics", 1, "");
    return metrics;
  }

  static Map<String, Double> of(Recommender model, RecipeType type, List<Case> cases) {
    int[][] lists =
        IntStream.range(0, cases.size())
            .parallel()
            .mapToObj(at -> model.recommend(query(type, cases.get(at).input())).items())
            .toArray(int[][]::new);
    var seen = new BitSet();
    double reciprocal = 0;
    var gain = new double[CUTS.length];
    var precision = new double[CUTS.length];
    for (int at = 0; at < lists.length; at++) {
      IntStream.of(lists[at]).forEach(seen::set);
      var truth = set(cases.get(at).truth());
      reciprocal += reciprocalRank(lists[at], truth);
      for (int cut = 0; cut < CUTS.length; cut++) {
        gain[cut] += normalizedGain(lists[at], truth, CUTS[cut]);
        precision[cut] += precision(lists[at], truth, CUTS[cut]);
      }
    }
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("coverage", seen.cardinality() / (double) Math.max(1, model.items()));
    metrics.put("mean_reciprocal_rank_at_25", reciprocal / lists.length);
    for (int cut = 0; cut < CUTS.length; cut++) {
      metrics.put(
          "normalized_discounted_cumulative_gain_at_" + CUTS[cut], gain[cut] / lists.length);
    }
    for (int cut = 0; cut < CUTS.length; cut++) {
      metrics.put("precision_at_" + CUTS[cut], precision[cut] / lists.length);
    }
    return metrics;
  }

  private static Query query(RecipeType type, int[] input) {
    return type == RecipeType.RELATED_ITEMS
        ? Query.ofItem(input[input.length - 1], LIST)
        : Query.ofHistory(input, LIST);
  }

  static double reciprocalRank(int[] list, BitSet truth) {
    for (int rank = 1; rank <= Math.min(list.length, LIST); rank++) {
      if (truth.get(list[rank - 1])) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  static double normalizedGain(int[] list, BitSet truth, int cut) {
    double gain = 0;
    for (int rank = 1; rank <= Math.min(list.length, cut); rank++) {
      gain += truth.get(list[rank - 1]) ? gain(rank) : 0;
    }
    double ideal = 0;
    for (int rank = 1; rank <= Math.min(truth.cardinality(), cut); rank++) {
      ideal += gain(rank);
    }
    return gain / ideal;
  }

  static double precision(int[] list, BitSet truth, int cut) {
    return IntStream.of(list).limit(cut).filter(truth::get).count() / (double) cut;
  }

  private static double gain(int rank) {
    return 1 / Math.log(1 + rank);
  }

  static BitSet set(int... items) {
    var set = new BitSet();
    IntStream.of(items).forEach(set::set);
    return set;
  }
}
