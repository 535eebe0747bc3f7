package dev.maitred.recommend.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.action.Logistic.Example;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogisticTest {

  private static final float[] PRIOR = {-0.5f, 0.3f, 0};

  @Test
  void withoutExamplesTheWeightsAreThePrior() {
    assertThat(Logistic.fit(List.of(), PRIOR, 2, Progress.none())).containsExactly(PRIOR);
  }

  @Test
  void thePriorHoldsAgainstFewExamplesAndYieldsToMany() {
    float few = Logistic.fit(examples(3, 1), PRIOR, 5, Progress.none())[1];
    float many = Logistic.fit(examples(20_000, 1), PRIOR, 5, Progress.none())[1];
    assertThat(few).isCloseTo(0.3f, within(0.4f));
    assertThat(many).isCloseTo(1.5f, within(0.15f));
  }

  /** At the minimum the slope of the loss is 0, as finite differences see it. */
  @Test
  void noStepAsideMakesTheLossSmaller() {
    List<Example> examples = examples(300, 2);
    float[] best = Logistic.fit(examples, PRIOR, 2, Progress.none());
    double least = loss(examples, best);
    for (int at = 0; at < best.length; at++) {
      for (float aside : new float[] {-0.02f, 0.02f}) {
        float[] moved = best.clone();
        moved[at] += aside;
        assertThat(loss(examples, moved)).isGreaterThan(least);
      }
    }
  }

  @Test
  void separableExamplesGiveFiniteWeights() {
    List<Example> separable =
        Stream.of(-3f, -2f, 2f, 3f).map(x -> new Example(new float[] {1, x, x}, x > 0)).toList();
    for (float weight : Logistic.fit(separable, new float[3], 0.01, Progress.none())) {
      assertThat(weight).isFinite();
    }
  }

  @Test
  void stopsWithinAStep() {
    var stopping = new StoppedProgress(100);
    List<Example> examples = examples(300, 2);
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> Logistic.fit(examples, PRIOR, 2, stopping));
  }

  private static double loss(List<Example> examples, float[] weights) {
    double loss = 0;
    for (Example example : examples) {
      double chance = Logistic.chance(Logistic.dot(weights, example.x()));
      loss -= Math.log(example.taken() ? chance : 1 - chance);
    }
    for (int at = 0; at < weights.length; at++) {
      loss += Math.pow((double) weights[at] - PRIOR[at], 2);
    }
    return loss;
  }

  /** Taken with the chance 1 / (1 + e^(1 − 1.5·x)). */
  private static List<Example> examples(int count, long seed) {
    var random = new SplittableRandom(seed);
    return Stream.generate(
            () -> {
              float x = (float) random.nextGaussian();
              boolean taken = random.nextDouble() < Logistic.chance(1.5 * x - 1);
              return new Example(new float[] {1, x, (float) random.nextGaussian()}, taken);
            })
        .limit(count)
        .toList();
  }
}
