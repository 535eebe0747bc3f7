package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Ranking;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void putsEqualsInTheMiddleOfTheirGroup() {
    var list = new Ranking(new int[] {7, 3, 5, 4}, new float[] {.4f, .2f, .2f, .2f});
    assertThat(Ranks.of(list, Ranks.set(7, 4, 99))).containsExactly(1, 3, Ranks.NONE);
  }

  @Test
  void givesAConstantModelTheExpectedRank() {
    var list = new Ranking(IntStream.range(0, 101).toArray(), new float[101]);
    assertThat(Ranks.of(list, Ranks.set(0))).containsExactly(51);
  }

  @Test
  void computesMetricsOfRanks() {
    double[] ranks = {2, 5, Ranks.NONE};
    assertThat(Metric.hitRate(1).of(ranks)).isZero();
    assertThat(Metric.hitRate(2).of(ranks)).isEqualTo(1);
    assertThat(Metric.reciprocalRank(25).of(ranks)).isEqualTo(0.5);
    assertThat(Metric.precision(5).of(ranks)).isEqualTo(2 / 5.0);
    assertThat(Metric.recall(5).of(ranks)).isEqualTo(2 / 3.0);
    assertThat(Metric.recall(2).of(ranks)).isEqualTo(1 / 2.0);
    double ideal = 1 + 1 / log2(3) + 1 / log2(4);
    assertThat(Metric.ndcg(10).of(ranks))
        .isCloseTo((1 / log2(3) + 1 / log2(6)) / ideal, within(1e-12));
  }

  @Test
  void widensTheIntervalWhereCasesHangTogether() {
    double[] values = {1, 1, 0, 0, Double.NaN};
    Estimate apart = Estimate.over(values, new int[] {1, 2, 3, 4, 5});
    Estimate together = Estimate.over(values, new int[] {1, 1, 2, 2, 3});
    assertThat(apart.value()).isEqualTo(0.5);
    assertThat(apart.cases()).isEqualTo(4);
    // The standard error of four draws is sqrt(1/3) / 2, that of two is sqrt(1/2) / sqrt(2).
    assertThat(apart.margin()).isCloseTo(1.959964 * Math.sqrt(1 / 3.0) / 2, within(1e-9));
    assertThat(together.margin()).isCloseTo(1.959964 * 0.5, within(1e-9));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
