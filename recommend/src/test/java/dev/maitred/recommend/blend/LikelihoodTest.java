package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.SampleInteractions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

  private static final HeldOut HELD_OUT =
      HeldOut.of(TrainingData.of(SampleInteractions.WORLD.data()), 3);
  private static final Signals SIGNALS = signals();
  private static final List<HeldOut.Case> CASES = SIGNALS.known(HELD_OUT.cases());
  private static final CaseTable TABLE = CaseTable.of(SIGNALS, CASES, 3, Progress.none());
  private static final double[] WEIGHTS = {-0.4, 0.7, -2, -1, 0.4, 0.3, -0.5, 0.6, 0.5, 0.2};

  @Test
  void hasTheSlopeAndTheCurvatureOfItsLoss() {
    var likelihood = new Likelihood(TABLE, Progress.none());
    Likelihood.Point here = likelihood.at(WEIGHTS);
    double step = 1e-5;
    for (int at = 0; at < WEIGHTS.length; at++) {
      Likelihood.Point up = likelihood.at(moved(at, step));
      Likelihood.Point down = likelihood.at(moved(at, -step));
      assertThat(here.slope()[at]).isCloseTo((up.loss() - down.loss()) / (2 * step), within(1e-6));
      for (int other = 0; other < WEIGHTS.length; other++) {
        assertThat(here.curvature()[at][other])
            .isCloseTo((up.slope()[other] - down.slope()[other]) / (2 * step), within(1e-5));
      }
    }
  }

  @Test
  void isNearlyThatOfASoftmaxOverAllItems() {
    double loss = new Likelihood(TABLE, Progress.none()).at(WEIGHTS).loss();
    double naive =
        CASES.subList(0, TABLE.rows().size()).stream()
            .mapToDouble(LikelihoodTest::lossOverAllItems)
            .average()
            .orElseThrow();
    assertThat(loss).isCloseTo(naive, within(0.02));
  }

  @Test
  void isLeastWhereTheFitEnds() {
    var free = new boolean[WEIGHTS.length];
    Arrays.fill(free, true);
    double[] usual = Selection.usual(SIGNALS.components());
    double[] best = BlendFit.fit(TABLE, usual, free, Progress.none());
    var likelihood = new Likelihood(TABLE, Progress.none());
    double least = likelihood.at(best).loss();
    assertThat(least).isLessThan(likelihood.at(usual).loss());
    for (double slope : likelihood.at(best).slope()) {
      assertThat(slope).as("but for the pull of the usual weights").isCloseTo(0, within(0.02));
    }
  }

  @Test
  void keepsWeightsThatAreNotFreeAtZero() {
    var free = new boolean[WEIGHTS.length];
    Arrays.fill(free, 0, WEIGHTS.length - 2, true);
    double[] best =
        BlendFit.fit(TABLE, Selection.usual(SIGNALS.components()), free, Progress.none());
    assertThat(best[WEIGHTS.length - 2]).isZero();
    assertThat(best[WEIGHTS.length - 1]).isZero();
    assertThat(best[0]).isNotZero();
  }

  private static double lossOverAllItems(HeldOut.Case held) {
    int[] items = IntStream.range(0, SIGNALS.items()).filter(SIGNALS::knows).toArray();
    var filled = new float[SIGNALS.count()][items.length];
    SIGNALS.say(held.asked()).fill(items, 0, items.length, filled);
    double sum = 0;
    double wanted = 0;
    for (int at = 0; at < items.length; at++) {
      double score = 0;
      for (int signal = 0; signal < WEIGHTS.length; signal++) {
        score += WEIGHTS[signal] * filled[signal][at];
      }
      sum += Math.exp(score);
      wanted = items[at] == held.next() ? score : wanted;
    }
    return Math.log(sum) - wanted;
  }

  private static double[] moved(int at, double by) {
    double[] moved = WEIGHTS.clone();
    moved[at] += by;
    return moved;
  }

  private static Signals signals() {
    var events = HELD_OUT.training().events();
    var popularity = Popularity.of(events);
    return new Signals(
        popularity,
        List.of(
            Standing.ofUsers(popularity),
            new Seen(),
            new Chain(events.items(), MarkovChain.train(events, 20, Progress.none()))));
  }
}
