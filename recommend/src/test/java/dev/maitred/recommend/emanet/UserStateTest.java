package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state kept up event by event gives the scores of the whole history. */
class UserStateTest {
  private static final int ITEMS = 50;
  private static final int[] NOTHING = {};
  private static final EmaNet NETWORK = network();

  private static EmaNet network() {
    var shape = new Shape(ITEMS, 16, 32, 3, new float[] {0.5f, 0.98f}, 0, false);
    Parameters parameters = Parameters.initial(shape, new SplittableRandom(1));
    return new EmaNet(shape, parameters, RequestVocabulary.NOTHING);
  }

  private static UserState after(int... history) {
    UserState state = NETWORK.state();
    for (int item : history) {
      state = state.after(item);
    }
    return state;
  }

  private static float[] scores(UserState state) {
    var scores = new float[ITEMS];
    state.scores(NOTHING, scores);
    return scores;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 40, 1_000})
  void scoresAsTheHistoryDoes(int length) {
    int[] history = new SplittableRandom(length).ints(length, 0, ITEMS).toArray();
    var expected = new float[ITEMS];
    NETWORK.scores(history, expected);
    float[] scores = scores(after(history));
    for (int item = 0; item < ITEMS; item++) {
      assertThat(scores[item]).isCloseTo(expected[item], within(5e-3f));
    }
  }

  @Test
  void anEventLeavesTheStateBeforeItAsItWas() {
    UserState before = after(1, 2);
    float[] scores = scores(before);
    before.after(3);
    assertThat(scores(before)).containsExactly(scores);
  }

  @Test
  void passesOverItemsThatTheNetworkDoesNotKnow() {
    assertThat(scores(after(1, -1, 2, ITEMS))).containsExactly(scores(after(1, 2)));
  }
}
