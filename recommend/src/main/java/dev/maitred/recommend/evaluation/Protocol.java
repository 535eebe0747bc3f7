package dev.maitred.recommend.evaluation;

import java.util.List;

/** What the papers on a protocol report. */
public enum Protocol {
  LEAVE_ONE_OUT(Metric.ndcg(10), Metric.hitRate(10), Metric.reciprocalRank(25)),
  SESSIONS(Metric.hitRate(20), Metric.reciprocalRank(20), Metric.ndcg(20)),
  STRONG_GENERALIZATION(Metric.recall(20), Metric.recall(50), Metric.ndcg(100)),
  TIME(Metric.ndcg(10), Metric.hitRate(10), Metric.reciprocalRank(25));

  private final List<Metric> metrics;

  Protocol(Metric... metrics) {
    this.metrics = List.of(metrics);
  }

  /** The metrics, the one to compare models by first. */
  List<Metric> metrics() {
    return metrics;
  }

  /** How long the lists are that count. */
  int longest() {
    return metrics.stream().mapToInt(Metric::cut).max().orElseThrow();
  }
}
