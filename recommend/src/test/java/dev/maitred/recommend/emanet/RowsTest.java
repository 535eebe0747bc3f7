package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that is moved when it is read stands where one stands that every step moves. */
class RowsTest {
  private static final int WIDTH = 4;
  private static final float[] NOTHING = new float[WIDTH];

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 200, 2_000})
  void catchesUpWithTheStepsItMissed(int missed) {
    var random = new SplittableRandom(missed);
    var everyStep = new float[2 * WIDTH];
    var adam = new Adam(everyStep);
    var rows = new Rows(new float[2 * WIDTH], WIDTH);
    long number = 1_000;
    rows.catchUp(1, step(number));
    for (int round = 0; round < 5; round++) {
      var slope = new float[] {1, -1, 0.5f, (float) random.nextGaussian()};
      adam.move(step(number), WIDTH, WIDTH, slope);
      rows.catchUp(1, step(number));
      rows.move(1, step(number), slope);
      for (int more = 1; more <= missed; more++) {
        adam.move(step(number + more), WIDTH, WIDTH, NOTHING);
      }
      number += missed + 1;
    }
    rows.catchUp(1, step(number));
    for (int at = 0; at < 2 * WIDTH; at++) {
      assertThat(rows.values()[at]).isCloseTo(everyStep[at], within(1e-5f));
    }
  }

  @Test
  void whatWasNeverMovedStays() {
    var rows = new Rows(new float[] {3}, 1);
    rows.catchUp(0, step(500));
    assertThat(rows.values()[0]).isEqualTo(3);
  }

  private static Adam.Step step(long number) {
    return Adam.Step.of(number, 1e-2);
  }
}
