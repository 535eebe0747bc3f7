package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A network learns what follows what. */
class EmaNetTrainingTest {
  private static final int ITEMS = 20;
  private static final int USERS = 1_500;
  private static final int EVENTS = 30;

  /** Each user goes round the items, one step at a time in the direction that {@code way} says. */
  private static Interactions round(int way) {
    int size = USERS * EVENTS;
    return Interactions.of(
        USERS,
        ITEMS,
        IntStream.range(0, size).map(at -> at / EVENTS).toArray(),
        IntStream.range(0, size)
            .map(at -> Math.floorMod(at / EVENTS + way * (at % EVENTS), ITEMS))
            .toArray(),
        IntStream.range(0, size).asLongStream().toArray());
  }

  private static EmaNet trained(Interactions data) {
    var epochs = new int[1];
    return EmaNetTraining.train(data, 32, 1, network -> -(epochs[0]++), Progress.none());
  }

  private static int next(EmaNet network, int... history) {
    var scores = new float[ITEMS];
    network.scores(history, scores);
    return IntStream.range(0, ITEMS)
        .reduce((best, item) -> scores[item] > scores[best] ? item : best)
        .orElseThrow();
  }

  @Test
  void foreseesTheNextItem() {
    EmaNet network = trained(round(1));
    assertThat(next(network, 3, 4, 5)).isEqualTo(6);
    assertThat(next(network, 17, 18, 19)).isZero();
  }

  @Test
  void scoresOneItemAsItScoresAll() {
    EmaNet network = trained(round(1));
    var scores = new float[ITEMS];
    network.scores(new int[] {3, 4, 5}, scores);
    assertThat(network.score(new int[] {3, 4, 5}, 6))
        .isCloseTo(scores[6], org.assertj.core.data.Offset.offset(1e-4f));
  }

  @Test
  void keepsTheBestOfItsEpochs() {
    var losses = new double[] {5, 3, 4, 4, 4, 4, 4, 4};
    var asked = new int[1];
    var seen = new float[losses.length][ITEMS];
    EmaNet best =
        EmaNetTraining.train(
            round(1),
            32,
            1,
            network -> {
              network.scores(new int[] {3}, seen[asked[0]]);
              return losses[asked[0]++];
            },
            Progress.none());
    var scores = new float[ITEMS];
    best.scores(new int[] {3}, scores);
    assertThat(scores).containsExactly(seen[1]);
    assertThat(asked[0]).isLessThan(losses.length);
  }

  @Test
  void goesOnWithMoreEvents() {
    EmaNet before = trained(round(1));
    EmaNet after = EmaNetTraining.refine(before, round(-1), 1, Progress.none());
    var scoresBefore = new float[ITEMS];
    var scoresAfter = new float[ITEMS];
    before.scores(new int[] {9, 8, 7}, scoresBefore);
    after.scores(new int[] {9, 8, 7}, scoresAfter);
    assertThat(scoresAfter[6] - scoresAfter[8]).isGreaterThan(scoresBefore[6] - scoresBefore[8]);
    assertThat(next(before, 3, 4, 5)).isEqualTo(6);
  }

  @Test
  void isTheSameWhateverTheNumberOfThreads() throws Exception {
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(5)) {
      EmaNet one = alone.submit(() -> trained(round(1))).get();
      EmaNet two = crowd.submit(() -> trained(round(1))).get();
      assertThat(two.parameters()).usingRecursiveComparison().isEqualTo(one.parameters());
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> EmaNetTraining.train(round(1), 32, 1, _ -> 0, new StoppedProgress()));
  }
}
