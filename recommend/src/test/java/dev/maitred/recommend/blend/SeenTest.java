package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {

  private static final int ITEMS = 6;
  private static final float[] WEIGHTS = {1, 10, 100, 1_000, 10_000, 100_000};

  /** Five events, of which one came back to item 2. */
  private static final Asked ASKED = Asked.of(new int[] {2, 4, 2, 0, 3});

  @Test
  void saysHowLatelyAnItemWasThere() {
    float newness = 1f / 6;
    float returning = 1f / 5;
    assertThat(signals(3)).containsExactly(1, 1, 1, 0, newness, returning);
    assertThat(signals(0)).containsExactly(1, 0.9f, 0, 1, newness, returning);
    assertThat(signals(2))
        .containsExactly(new float[] {1, 0.81f + 0.6561f, 0, 0, newness, returning}, within(1e-6f));
    assertThat(signals(1)).containsOnly(0);
  }

  @Test
  void countsAnItemAsTheLatestAndAsTheOneBefore() {
    float[] twice = signals(Asked.of(new int[] {5, 5}), 5);
    assertThat(twice[2]).isOne();
    assertThat(twice[3]).isOne();
    assertThat(twice[5]).isEqualTo(0.5f);
  }

  @Test
  void saysNothingWithoutAHistory() {
    assertThat(signals(Asked.of(new int[0]), 3)).containsOnly(0);
  }

  @Test
  void addsUpWhatItSaysAndExplains() {
    var scores = new float[ITEMS];
    new Seen().says(ASKED, new Scratch(ITEMS)).addAll(WEIGHTS, 0, scores);
    for (int item = 0; item < ITEMS; item++) {
      float[] signals = signals(item);
      double sum = 0;
      for (int at = 0; at < signals.length; at++) {
        sum += (double) WEIGHTS[at] * signals[at];
      }
      assertThat((double) scores[item]).isCloseTo(sum, within(0.01));
      assertThat(explained(item)).isCloseTo(sum, within(0.01));
    }
  }

  private static double explained(int item) {
    List<Part> parts = new ArrayList<>();
    new Seen().explain(ASKED, item, WEIGHTS, parts);
    return parts.stream().mapToDouble(Part::value).sum();
  }

  private static float[] signals(int item) {
    return signals(ASKED, item);
  }

  private static float[] signals(Asked asked, int item) {
    var seen = new Seen();
    var filled = new float[seen.signals()][1];
    seen.says(asked, new Scratch(ITEMS)).fill(new int[] {item}, 0, 1, filled);
    var signals = new float[filled.length];
    for (int at = 0; at < filled.length; at++) {
      signals[at] = filled[at][0];
    }
    return signals;
  }
}
