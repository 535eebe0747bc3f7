package dev.maitred.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import org.junit.jupiter.api.Test;

/** What a history makes of the items. */
class TasteTest {

  private static final ItemFactors MODEL =
      ImplicitAls.DEFAULT.ofRank(8).train(Preferences.of(Tastes.some()), 1, Progress.none());
  private static final int[] HISTORY = {3, 11, 3, 12, 25, 12, 18};

  @Test
  void theEventsPartsAddUpToTheScore() {
    float[] scores = Tastes.scores(MODEL, HISTORY);
    Taste taste = MODEL.taste(HISTORY);
    for (int item = 0; item < MODEL.items(); item++) {
      float sum = 0;
      for (float part : taste.parts(item)) {
        sum += part;
      }
      assertThat(sum).isCloseTo(scores[item], within(1e-5f));
    }
  }

  @Test
  void anItemCountsByItsLastEvent() {
    assertThat(MODEL.parts(HISTORY, 5)[0]).isZero();
    assertThat(MODEL.parts(HISTORY, 5)[2]).isNotZero();
    assertThat(MODEL.parts(HISTORY, 5)[3]).isZero();
  }

  @Test
  void onlyTheLastEventsCount() {
    ItemFactors forgetful = MODEL.remembering(1, 2);
    assertThat(Tastes.scores(forgetful, HISTORY))
        .isEqualTo(Tastes.scores(forgetful, new int[] {1, 12, 18}));
  }

  @Test
  void moreWeightOnAnItemNeverLowersIt() {
    float before = Float.NEGATIVE_INFINITY;
    for (double decay : new double[] {0.1, 0.3, 0.6, 0.9, 1}) {
      // The weight of the older event rises with the decay.
      float score = Tastes.scores(MODEL.remembering(decay, 2), new int[] {4, 21})[4];
      assertThat(score).isGreaterThan(before);
      before = score;
    }
  }

  @Test
  void ofAUserOfTheTrainingIsWhatTheTrainingWouldSolve() {
    Preferences preferences = Preferences.of(Tastes.some());
    int[] history = Tastes.some().history(5);
    double[] expected =
        new NaiveAls(preferences, ImplicitAls.DEFAULT)
            .user(5, NaiveAls.rows(MODEL.factors(), MODEL.rank()));
    float[] vector = MODEL.remembering(1, history.length).taste(history).vector();
    for (int at = 0; at < expected.length; at++) {
      assertThat((double) vector[at]).isCloseTo(expected[at], within(1e-3));
    }
  }

  @Test
  void ofManyUsersIsThatOfEach() {
    Matrix tastes =
        MODEL.tastes(70, user -> new int[] {user % 30, (3 * user + 1) % 30}, Progress.none());
    float[] scores = MODEL.scores(tastes, 9);
    for (int user = 0; user < 70; user++) {
      float alone = Tastes.scores(MODEL, new int[] {user % 30, (3 * user + 1) % 30})[9];
      assertThat(scores[user]).isCloseTo(alone, within(1e-5f));
    }
  }
}
