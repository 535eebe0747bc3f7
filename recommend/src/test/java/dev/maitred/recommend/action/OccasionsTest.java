package dev.maitred.recommend.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.Preferences;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One user has an item and passes over an action every hour. */
class OccasionsTest {

  private static final long HOUR = 3_600;
  private static final int ITEMS = 20;

  private final Inputs inputs = inputs(data(50));

  @Test
  void theTasteIsThatOfTheItemsBefore() {
    TrainingData data = data(50);
    var occasions = Occasions.of(data, inputs, Progress.none());
    assertThat(occasions.example()).hasSize(50);
    for (int at = 0; at < 50; at++) {
      int[] before = Arrays.copyOf(data.events().history(0), at);
      float[] x =
          inputs.withAction(
              inputs.ofUser(before, data.users().row(0)), data.actions().before(0, at), 0);
      assertThat(occasions.example().get(at).x()).containsExactly(x);
    }
  }

  @Test
  void onlyTheNewestEventsAreOccasions() {
    var occasions = Occasions.of(data(1_200), inputs, Progress.none());
    assertThat(occasions.example()).hasSize(Occasions.MOST_EVENTS);
    int views = inputs.from(Inputs.Kind.ACTIONS) + Outcome.VIEWED.ordinal();
    assertThat(occasions.example().getFirst().x()[views]).isEqualTo((float) Math.log1p(200));
    assertThat(occasions.example().getLast().x()[views]).isEqualTo((float) Math.log1p(1_199));
  }

  @Test
  void stopsAmongTheEventsOfAUser() {
    var stopping = new StoppedProgress(10);
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> Occasions.of(data(50), inputs, stopping));
  }

  private static Inputs inputs(TrainingData data) {
    var factors =
        ImplicitAls.DEFAULT.ofRank(4).train(Preferences.of(data.events()), 1, Progress.none());
    return new Inputs(factors, UserColumns.of(data.users()), 14);
  }

  private static TrainingData data(int events) {
    int[] at = IntStream.range(0, events).toArray();
    var interactions =
        Interactions.of(
            1,
            ITEMS,
            new int[events],
            IntStream.of(at).map(event -> event * 7 % ITEMS).toArray(),
            IntStream.of(at).mapToLong(event -> event * HOUR + 1).toArray());
    var outcomes = new Outcome[events];
    Arrays.fill(outcomes, Outcome.VIEWED);
    return TrainingData.of(interactions)
        .with(
            Actions.of(
                Features.none(1),
                1,
                new int[events],
                new int[events],
                outcomes,
                IntStream.of(at).mapToLong(event -> event * HOUR).toArray()));
  }
}
