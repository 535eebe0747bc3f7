package dev.maitred.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.linear.SequenceRidge.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The forms for large catalogues, against the dense ones and against what they say. */
class SelectiveRidgeTest {

  private static final int ITEMS = 12;
  private static final Interactions DATA = random(ITEMS, item -> item);
  private static final List<Shape> SHAPES =
      List.of(new Shape(1, 1, 1, 10), new Shape(2, 5, 0.8, 20));

  @Test
  void ridgeWithAllInputsIsTheDenseOne() {
    Transitions dense = SequenceRidge.dense(DATA, SHAPES, Progress.none());
    Transitions sparse = SequenceRidge.sparse(DATA, SHAPES, 2 * ITEMS, Progress.none());
    for (int window = 0; window < 2; window++) {
      same(sparse.windows().get(window).rows(), dense.windows().get(window).rows());
    }
  }

  @Test
  void easeWithAllOtherItemsIsTheDenseOne() {
    same(Ease.sparse(DATA, ITEMS, Progress.none()), Ease.dense(DATA, Progress.none()));
  }

  @Test
  void aTargetHasTheInputsThatTellTheMostOfItAndNoOthers() {
    float[][] gram = {{4, 1, 2}, {1, 1, 0}, {2, 0, 9}};
    float[][] products = {{3, 2, 1}, {0, 1, 6}};
    var ridge =
        new SelectiveRidge(
            Gram.compute(3, Progress.none(), (row, sum) -> addAll(gram[row], sum)),
            new float[] {1, 1, 1},
            (target, sum) -> addAll(products[target], sum),
            2);
    RowSum.Row[] solved = ridge.solve(2, Progress.none());
    // Alone they would explain 9/5, 4/2 and 1/10 of the first target: (5 1; 1 2)·b = (3, 2).
    assertThat(solved[0].columns()).containsExactly(0, 1);
    assertThat(solved[0].values()).containsExactly(new float[] {4 / 9f, 7 / 9f}, within(1e-6f));
    // And 0, 1/2 and 36/10 of the second: (2 0; 0 10)·b = (1, 6).
    assertThat(solved[1].columns()).containsExactly(1, 2);
    assertThat(solved[1].values()).containsExactly(new float[] {0.5f, 0.6f}, within(1e-6f));
  }

  @Test
  void relabelledItemsGetRelabelledWeights() {
    Interactions relabelled = random(ITEMS, item -> (5 * item + 3) % ITEMS);
    SparseRows ease = Ease.sparse(DATA, 5, Progress.none());
    SparseRows other = Ease.sparse(relabelled, 5, Progress.none());
    for (int row = 0; row < ITEMS; row++) {
      for (int column = 0; column < ITEMS; column++) {
        float value = other.at((5 * row + 3) % ITEMS, (5 * column + 3) % ITEMS);
        assertThat(value).isCloseTo(ease.at(row, column), within(1e-5f));
      }
    }
  }

  @Test
  void isTheSameWhateverTheNumberOfThreads() throws Exception {
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(6)) {
      SparseRows one = alone.submit(SelectiveRidgeTest::trained).get();
      SparseRows six = crowd.submit(SelectiveRidgeTest::trained).get();
      assertThat(six).usingRecursiveComparison().isEqualTo(one);
    }
  }

  @Test
  void rowsWithManyEntriesAreSearchedAsOthersAreReadThrough() {
    int size = 200;
    Gram gram =
        Gram.compute(
            size,
            Progress.none(),
            (row, sum) -> IntStream.range(0, size).forEach(c -> sum.add(c, row * size + c)));
    int[] chosen = {0, 3, 199};
    var picked = new float[9];
    gram.pick(chosen, new int[size], picked);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column <= row; column++) {
        assertThat(picked[column * 3 + row]).isEqualTo(chosen[row] * size + chosen[column]);
      }
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> SequenceRidge.sparse(DATA, SHAPES, 5, new StoppedProgress()));
  }

  private static SparseRows trained() {
    return SequenceRidge.sparse(DATA, SHAPES, 5, Progress.none()).windows().getLast().rows();
  }

  private static void addAll(float[] values, WindowMoments.Accumulator sum) {
    for (int column = 0; column < values.length; column++) {
      sum.add(column, values[column]);
    }
  }

  private static void same(SparseRows rows, SparseRows wanted) {
    for (int row = 0; row < ITEMS; row++) {
      for (int column = 0; column < ITEMS; column++) {
        assertThat(rows.at(row, column)).isCloseTo(wanted.at(row, column), within(1e-5f));
      }
    }
  }

  /** Users with ten events each, low numbers more often, every item after every other. */
  private static Interactions random(int items, java.util.function.IntUnaryOperator label) {
    var random = new SplittableRandom(3);
    var user = new int[6_000];
    var item = new int[user.length];
    Arrays.setAll(user, event -> event / 10);
    Arrays.setAll(
        item, event -> label.applyAsInt((int) (items * Math.pow(random.nextDouble(), 1.3))));
    return Interactions.of(600, items, user, item, new long[user.length]);
  }
}
