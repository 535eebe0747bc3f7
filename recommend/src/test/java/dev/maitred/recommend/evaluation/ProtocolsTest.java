package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

  /** Users 0 to 2 have 4, 2 and 3 events; the item of an event is its number. */
  private static final TrainingData DATA =
      TrainingData.of(
          new Interactions(
              3,
              9,
              new int[] {0, 4, 6, 9},
              IntStream.range(0, 9).toArray(),
              new long[] {1, 2, 3, 40, 5, 6, 7, 8, 50}));

  @Test
  void leaveOneOutHidesTheLastEventOfUsersWithThree() {
    Holdout refit = LeaveOneOut.of(DATA, false, false);
    assertThat(refit.training().events().item()).containsExactly(0, 1, 2, 4, 5, 6, 7);
    assertThat(refit.cases()).extracting(Case::user).containsExactly(0, 2);
    assertThat(refit.cases().getFirst().input()).containsExactly(0, 1, 2);
    assertThat(refit.cases().getFirst().truth()).containsExactly(3);
  }

  @Test
  void strictTrainsWithoutTheEventForValidationButAsksWithIt() {
    Holdout strict = LeaveOneOut.of(DATA, true, false);
    assertThat(strict.training().events().item()).containsExactly(0, 1, 4, 5, 6);
    assertThat(strict.cases().getFirst().input()).containsExactly(0, 1, 2);
  }

  @Test
  void sessionsAskAtEveryProperBeginning() {
    Holdout sessions = Sessions.of(DATA, user -> user != 1);
    assertThat(sessions.training().events().item()).containsExactly(4, 5);
    assertThat(sessions.cases()).extracting(Case::user).containsExactly(0, 0, 0, 2, 2);
    assertThat(sessions.cases().get(1).input()).containsExactly(0, 1);
    assertThat(sessions.cases().get(1).truth()).containsExactly(2);
    assertThat(sessions.cases().get(4).truth()).containsExactly(8);
  }

  @Test
  void timeLearnsNothingFromAfterTheMoment() {
    Holdout time = TimeSplit.of(DATA, false);
    assertThat(Arrays.stream(time.training().events().time()).max()).hasValue(40);
    assertThat(time.cases()).extracting(Case::user).containsExactly(2);
    assertThat(time.cases().getFirst().truth()).containsExactly(8);
  }

  @Test
  void strongGeneralizationHidesAFifthAndKeepsTheOrder() {
    Case tested = StrongGeneralization.fifthOff(3, IntStream.range(0, 50).toArray(), 7);
    assertThat(tested.truth()).hasSize(10).isSorted();
    assertThat(tested.input()).hasSize(40).isSorted();
  }

  @Test
  void theNextAfterTheLastIsFoundWhereEverybodyGoesRound() {
    var item = new int[200];
    Arrays.setAll(item, event -> (event / 10 + event) % 7);
    var user = new int[200];
    Arrays.setAll(user, event -> event / 10);
    TrainingData round =
        TrainingData.of(Interactions.of(20, 7, user, item, LongArrays.counting(200)));
    Holdout holdout = LeaveOneOut.of(round, true, true);
    Evaluation found = evaluate("next-after-last", holdout);
    assertThat(found.metrics().get("HR@10").value()).isEqualTo(1);
    assertThat(found.metrics().get("NDCG@10").value()).isEqualTo(1);
    assertThat(found.metrics().get("NDCG@10").margin()).isZero();
    assertThat(found.metrics().get("coverage@10").value()).isEqualTo(1);
    // All seven are equally popular of late or nearly so: a hit, but far from the top.
    assertThat(evaluate("recent-popularity", holdout).metrics().get("NDCG@10").value())
        .isBetween(0.3, 0.8);
  }

  private static Evaluation evaluate(String name, Holdout holdout) {
    Recipe recipe =
        Baselines.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return Evaluation.of(
        recipe.train(holdout.training(), Settings.defaults(recipe, 1), Progress.none()),
        RecipeType.USER_PERSONALIZATION,
        Protocol.LEAVE_ONE_OUT,
        holdout,
        Progress.none());
  }

  private static final class LongArrays {
    static long[] counting(int size) {
      var numbers = new long[size];
      Arrays.setAll(numbers, at -> at);
      return numbers;
    }
  }
}
