package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of every case, as they come in. */
final class Tally {
  private static final int COVERED = 10;
  private static final int BLOCK = 512;

  private final Recommender model;
  private final Questions questions;
  private final Protocol protocol;
  private final Progress progress;
  private final BitSet tail;
  private final int cases;
  private final double[][] values;
  private final double[] tailValues;
  private final BitSet covered = new BitSet();

  Tally(Recommender model, Questions questions, Protocol protocol, Progress progress) {
    this.model = model;
    this.questions = questions;
    this.protocol = protocol;
    this.progress = progress;
    this.tail = Tail.of(questions.holdout().training().events());
    this.cases = questions.holdout().cases().size();
    this.values = new double[protocol.metrics().size()][cases];
    this.tailValues = new double[cases];
  }

  Map<String, Estimate> metrics() {
    for (int from = 0; from < cases; from += BLOCK) {
      int first = from;
      Shards.forEach(Math.min(BLOCK, cases - from), progress, at -> measure(first + at));
      int done = Math.min(cases, from + BLOCK);
      progress.step("ranking", done / (double) cases, soFar(done));
    }
    int[] user = questions.holdout().cases().stream().mapToInt(Case::user).toArray();
    var metrics = new LinkedHashMap<String, Estimate>();
    for (int at = 0; at < values.length; at++) {
      metrics.put(protocol.metrics().get(at).name(), Estimate.over(values[at], user));
    }
    Metric first = tailMetric();
    metrics.put("tail " + first.name(), Estimate.over(tailValues, user));
    metrics.put(
        "coverage@" + COVERED,
        Estimate.of(covered.cardinality() / (double) Math.max(1, model.items())));
    return metrics;
  }

  private void measure(int at) {
    Case one = questions.holdout().cases().get(at);
    BitSet truth = questions.truth(one);
    Ranking list = Ranks.ask(model, questions.of(one), protocol.longest());
    double[] ranks = Ranks.of(list, truth);
    for (int metric = 0; metric < values.length; metric++) {
      values[metric][at] = truth.isEmpty() ? Double.NaN : protocol.metrics().get(metric).of(ranks);
    }
    truth.and(tail);
    tailValues[at] = truth.isEmpty() ? Double.NaN : tailMetric().of(Ranks.of(list, truth));
    synchronized (covered) {
      Arrays.stream(list.items()).limit(COVERED).forEach(covered::set);
    }
  }

  private Metric tailMetric() {
    return protocol.metrics().stream()
        .filter(metric -> metric.name().startsWith("NDCG"))
        .findFirst()
        .orElseThrow();
  }

  private String soFar(int done) {
    double mean =
        IntStream.range(0, done)
            .mapToDouble(at -> values[0][at])
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElse(0);
    return "%s %.4f so far".formatted(protocol.metrics().getFirst().name(), mean);
  }
}
