package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.kernel.Shards;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The metrics of lists of items as the developer guide defines them, each a mean over the test
 * users:
 *
 * <ul>
 *   <li>{@code coverage}: distinct items among the test users' top 25, as a share of all items;
 *   <li>{@code mean_reciprocal_rank_at_25}: 1 / rank of the first hit in the top 25, 0 without one;
 *   <li>{@code normalized_discounted_cumulative_gain_at_K}: a hit at rank p gains 1 / log(1 + p),
 *       as a share of what an ideal order of all truths gains in K places;
 *   <li>{@code precision_at_K}: hits in the top K, divided by K even if there are fewer truths.
 * </ul>
 */
final class RankedLists {

  /** How long the lists are that count. */
  static final int LENGTH = 25;

  private static final String GAIN = "normalized_discounted_cumulative_gain_at_";

  private static final List<Metric> METRICS =
      List.of(
          Metric.reciprocalRank(LENGTH).named("mean_reciprocal_rank_at_25"),
          Metric.ndcg(5).named(GAIN + 5),
          Metric.ndcg(10).named(GAIN + 10),
          Metric.ndcg(LENGTH).named(GAIN + LENGTH),
          Metric.precision(5).named("precision_at_5"),
          Metric.precision(10).named("precision_at_10"),
          Metric.precision(LENGTH).named("precision_at_25"));

  private RankedLists() {}

  static Map<String, Estimate> estimates(
      Recommender model, List<Case> cases, Function<Case, Query> query, Progress progress) {
    var lists = new int[cases.size()][];
    Shards.forEach(
        lists.length,
        progress,
        at -> lists[at] = model.recommend(query.apply(cases.get(at))).items());
    var metrics = new LinkedHashMap<String, Estimate>();
    metrics.put("coverage", Estimate.of(coverage(lists, model.items())));
    int[] user = cases.stream().mapToInt(Case::user).toArray();
    for (Metric metric : METRICS) {
      metrics.put(metric.name(), Estimate.over(values(metric, lists, cases), user));
    }
    return metrics;
  }

  private static double[] values(Metric metric, int[][] lists, List<Case> cases) {
    return IntStream.range(0, lists.length)
        .mapToDouble(at -> metric.of(Ranks.of(lists[at], Ranks.set(cases.get(at).truth()))))
        .toArray();
  }

  private static double coverage(int[][] lists, int items) {
    var seen = new BitSet();
    for (int[] list : lists) {
      IntStream.of(list).limit(LENGTH).forEach(seen::set);
    }
    return seen.cardinality() / (double) Math.max(1, items);
  }
}
