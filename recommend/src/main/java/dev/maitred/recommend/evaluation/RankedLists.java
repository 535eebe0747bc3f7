package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.evaluation.PersonalizeSplit.Case;
import dev.maitred.recommend.kernel.Shards;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The metrics of lists of items, each a mean over the test users:
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

  private static final int[] CUTS = {5, 10, LENGTH};

  private RankedLists() {}

  static Map<String, Double> measure(
      Recommender model, List<Case> cases, Function<Case, Query> query, Progress progress) {
    var lists = new int[cases.size()][];
    Shards.forEach(
        lists.length,
        progress,
        at -> lists[at] = model.recommend(query.apply(cases.get(at))).items());
    return of(lists, cases, model.items());
  }

  private static Map<String, Double> of(int[][] lists, List<Case> cases, int items) {
    var seen = new BitSet();
    double reciprocal = 0;
    var gain = new double[CUTS.length];
    var precision = new double[CUTS.length];
    for (int at = 0; at < lists.length; at++) {
      IntStream.of(lists[at]).limit(LENGTH).forEach(seen::set);
      var truth = set(cases.get(at).truth());
      reciprocal += reciprocalRank(lists[at], truth);
      for (int cut = 0; cut < CUTS.length; cut++) {
        gain[cut] += normalizedGain(lists[at], truth, CUTS[cut]);
        precision[cut] += precision(lists[at], truth, CUTS[cut]);
      }
    }
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("coverage", seen.cardinality() / (double) Math.max(1, items));
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

  static double reciprocalRank(int[] list, BitSet truth) {
    for (int rank = 1; rank <= Math.min(list.length, LENGTH); rank++) {
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
