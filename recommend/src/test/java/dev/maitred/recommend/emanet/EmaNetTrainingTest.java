package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A network learns what follows what. */
class EmaNetTrainingTest {
  private static final int ITEMS = 20;
  private static final int USERS = 200;
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
    return trained(data, EmaNetTraining.start(TrainingData.of(data), 32, 1));
  }

  private static EmaNet trained(Interactions data, EmaNet start) {
    return trained(TrainingData.of(data), start);
  }

  private static EmaNet trained(TrainingData data, EmaNet start) {
    var plan = new Plan(6, 128, ITEMS / 2, 5e-3, 0.1, 0.1);
    return new EmaNetTraining(data, start, plan, 1, Progress.none()).whole();
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
    assertThat(score(network, 6, 3, 4, 5)).isCloseTo(scores[6], offset(1e-4f));
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
                  return OptionalDouble.of(losses[asked[0]++]);
                },
                Progress.none())
            .orElseThrow();
    var scores = new float[ITEMS];
    best.scores(new int[] {3}, scores);
    assertThat(scores).containsExactly(seen[1]);
    assertThat(asked[0]).isLessThan(losses.length);
  }

  @Test
  void anEndlessLossGivesNoNetwork() {
    var asked = new int[1];
    Function<EmaNet, OptionalDouble> endless =
        _ -> {
          asked[0]++;
          return OptionalDouble.of(Double.POSITIVE_INFINITY);
        };
    assertThat(EmaNetTraining.train(round(1), 32, 1, endless, Progress.none())).isEmpty();
    assertThat(asked[0]).isBetween(1, 5);
  }

  @Test
  void withoutHeldOutEventsTheLastEpochCounts() {
    EmaNet network =
        EmaNetTraining.train(round(1), 32, 1, _ -> OptionalDouble.empty(), Progress.none())
            .orElseThrow();
    assertThat(next(network, 3, 4, 5)).isEqualTo(6);
  }

  @Test
  void goesOnWithMoreEvents() {
    EmaNet before = trained(round(1));
    EmaNet after = EmaNetTraining.refine(before, TrainingData.of(round(-1)), 1, Progress.none());
    var scoresBefore = new float[ITEMS];
    var scoresAfter = new float[ITEMS];
    before.scores(new int[] {9, 8, 7}, scoresBefore);
    after.scores(new int[] {9, 8, 7}, scoresAfter);
    assertThat(scoresAfter[6] - scoresAfter[8]).isGreaterThan(scoresBefore[6] - scoresBefore[8]);
    assertThat(next(before, 3, 4, 5)).isEqualTo(6);
  }

  @Test
  void goesOnWithNewItemsUnderOtherNumbers() {
    EmaNet before = trained(round(1));
    // Two further items come before all others and stand where items 4 and 5 stood.
    int[] former = IntStream.range(-2, ITEMS).toArray();
    Interactions old = round(1);
    int[] item = IntStream.of(old.item()).map(i -> i == 4 ? 0 : i == 5 ? 1 : i + 2).toArray();
    var data = new Interactions(USERS, ITEMS + 2, old.firstEvent(), item, old.time());
    EmaNet after = trained(data, NewItems.in(before, data, former, 1));
    var scores = new float[ITEMS + 2];
    after.scores(new int[] {3 + 2, 0}, scores);
    assertThat(after.items()).isEqualTo(ITEMS + 2);
    assertThat(IntStream.range(0, ITEMS + 2).reduce((a, b) -> scores[b] > scores[a] ? b : a))
        .hasValue(1);
    after.scores(new int[] {9 + 2, 10 + 2}, scores);
    assertThat(IntStream.range(0, ITEMS + 2).reduce((a, b) -> scores[b] > scores[a] ? b : a))
        .hasValue(11 + 2);
  }

  @Test
  void aNewItemBeginsAmongItsNeighbours() {
    EmaNet before = trained(round(1));
    int[] former = IntStream.rangeClosed(0, ITEMS).map(i -> i < ITEMS ? i : -1).toArray();
    var data =
        Interactions.of(1, ITEMS + 1, new int[3], new int[] {4, ITEMS, 6}, new long[] {1, 2, 3});
    Parameters start = NewItems.in(before, data, former, 1).parameters();
    int d = before.shape().dimension();
    for (int k = 0; k < d; k++) {
      float mean = (start.read()[4 * d + k] + start.read()[6 * d + k]) / 2;
      assertThat(start.read()[ITEMS * d + k]).isCloseTo(mean, offset(1e-6f));
    }
  }

  @Test
  void anItemOfFewEventsLearnsFromItsLike() {
    // Who had item 0 goes on with one of the genre of 2, 4, 6, …; item 2 was hardly ever had.
    int size = USERS * EVENTS;
    int[] item =
        IntStream.range(0, size)
            .map(at -> at % 2 == 0 ? at / 2 % 2 : 4 + at / 2 % 2 + 2 * (at / 7 % 8))
            .toArray();
    item[1] = 2;
    item[3] = 3;
    var events =
        Interactions.of(
            USERS,
            ITEMS,
            IntStream.range(0, size).map(at -> at / EVENTS).toArray(),
            item,
            IntStream.range(0, size).asLongStream().toArray());
    var genres =
        Features.Categories.of(
            "GENRE",
            IntStream.range(0, ITEMS).mapToObj(i -> List.of(i % 2 == 0 ? "even" : "odd")).toList());
    var data =
        new TrainingData(
            events, new Features(ITEMS, List.of(genres)), Features.none(events.users()));
    EmaNet network = trained(data, EmaNetTraining.start(data, 32, 1));
    assertThat(score(network, 2, 0) - score(network, 3, 0))
        .isGreaterThan(score(network, 2, 1) - score(network, 3, 1));
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
        .isThrownBy(
            () ->
                EmaNetTraining.train(
                    round(1), 32, 1, _ -> OptionalDouble.of(0), new StoppedProgress()));
  }

  private static float score(EmaNet network, int item, int... history) {
    return network.score(history, new int[0], item);
  }
}
