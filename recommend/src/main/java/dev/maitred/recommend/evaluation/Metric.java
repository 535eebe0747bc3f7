package dev.maitred.recommend.evaluation;

import java.util.stream.DoubleStream;

/**
 * A figure for one list, from the ranks of what is right on it.
 *
 * @param name as it is shown, such as {@code NDCG@10}
 * @param cut how long the list is that counts
 * @param value how it is computed
 */
record Metric(String name, int cut, Value value) {

  /** How a metric is computed. */
  interface Value {

    /**
     * Computes it.
     *
     * @param ranks of everything that is right, in rising order, from 1
     * @param cut how long the list is that counts
     */
    double of(double[] ranks, int cut);
  }

  /** A hit at rank r gains 1 / log(1 + r); the sum as a share of an ideal list's. */
  static Metric ndcg(int cut) {
    return new Metric("NDCG@" + cut, cut, Metric::normalizedGain);
  }

  /** Whether anything right is on the list. */
  static Metric hitRate(int cut) {
    return new Metric("HR@" + cut, cut, (ranks, end) -> Math.min(1, hits(ranks, end)));
  }

  /** One divided by the rank of the first hit. */
  static Metric reciprocalRank(int cut) {
    return new Metric("MRR@" + cut, cut, (ranks, end) -> hits(ranks, end) == 0 ? 0 : 1 / ranks[0]);
  }

  /** The share of the list that is right, even if less than its length is. */
  static Metric precision(int cut) {
    return new Metric("precision@" + cut, cut, (ranks, end) -> hits(ranks, end) / end);
  }

  /** The share of what is right, or of the list's length if that is less, that is on the list. */
  static Metric recall(int cut) {
    return new Metric(
        "recall@" + cut, cut, (ranks, end) -> hits(ranks, end) / Math.min(ranks.length, end));
  }

  /** The same under another name. */
  Metric named(String other) {
    return new Metric(other, cut, value);
  }

  double of(double[] ranks) {
    return value.of(ranks, cut);
  }

  private static double hits(double[] ranks, int cut) {
    return DoubleStream.of(ranks).filter(rank -> rank <= cut).count();
  }

  private static double normalizedGain(double[] ranks, int cut) {
    double gain = DoubleStream.of(ranks).filter(rank -> rank <= cut).map(Metric::gain).sum();
    double ideal = 0;
    for (int rank = 1; rank <= Math.min(ranks.length, cut); rank++) {
      ideal += gain(rank);
    }
    return gain / ideal;
  }

  private static double gain(double rank) {
    return 1 / Math.log(1 + rank);
  }
}
