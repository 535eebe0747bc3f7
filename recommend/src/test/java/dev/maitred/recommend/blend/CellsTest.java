package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.dense.Matrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {

  private static final int ITEMS = 30_000;
  private static final int WIDTH = 8;
  private static final Vectors VECTORS = vectors();
  private static final Cells CELLS = Cells.of(VECTORS, Progress.none());

  @Test
  void putEachItemIntoOneCell() {
    int[] items = CELLS.item().clone();
    Arrays.sort(items);
    assertThat(items).isEqualTo(IntStream.range(0, ITEMS).toArray());
    assertThat(CELLS.first()).isSorted().endsWith(ITEMS);
  }

  @Test
  void tellTheSameProductsInTheirOrder() {
    var user = new float[] {1, -2, 3, -4, 5, -6, 7, -8};
    int[] items = {7, 29_999, 0, 7, 12_345};
    var plain = new float[1][items.length];
    var found = new float[1][items.length];
    new Products(VECTORS, Optional.empty(), user, 2, new Scratch(ITEMS))
        .fill(items, 0, items.length, plain);
    new Products(placed(CELLS), Optional.of(CELLS), user, 2, new Scratch(ITEMS))
        .fill(items, 0, items.length, found);
    assertThat(found).isEqualTo(plain);
    var all = new float[ITEMS];
    new Products(placed(CELLS), Optional.of(CELLS), user, 2, new Scratch(ITEMS))
        .addAll(new float[] {0.5f}, 0, all);
    assertThat(all[12_345]).isCloseTo(plain[0][4] / 2, within(1e-3f));
  }

  @Test
  void findMostOfTheLargestProducts() {
    var random = new SplittableRandom(5);
    int hits = 0;
    for (int round = 0; round < 40; round++) {
      var user = new float[WIDTH + 1];
      VECTORS.copy(random.nextInt(ITEMS), user, 0);
      float[] vector = Arrays.copyOf(user, WIDTH);
      Set<Integer> exact = best(vector, Optional.empty());
      Set<Integer> found = best(vector, Optional.of(CELLS));
      assertThat(found).hasSize(25).allMatch(item -> item % 2 == 0);
      found.retainAll(exact);
      hits += found.size();
    }
    assertThat(hits / (40 * 25.0)).isGreaterThan(0.95);
  }

  @Test
  void areTheSameWhateverTheNumberOfThreads() throws Exception {
    try (var crowd = new ForkJoinPool(5)) {
      Cells other = crowd.submit(() -> Cells.of(VECTORS, Progress.none())).get();
      assertThat(other.centres()).isEqualTo(CELLS.centres());
      assertThat(other.item()).isEqualTo(CELLS.item());
    }
  }

  @Test
  void areGivenUpWhenTheTrainingStops() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> Cells.of(VECTORS, new StoppedProgress()));
  }

  private static Set<Integer> best(float[] vector, Optional<Cells> cells) {
    var found = new HashSet<Integer>();
    Vectors placed = cells.map(CellsTest::placed).orElse(VECTORS);
    new Products(placed, cells, vector, 1, new Scratch(ITEMS))
        .best(25, item -> item % 2 == 0, found::add);
    return found;
  }

  /** The vectors in the order of the cells. */
  private static Vectors placed(Cells cells) {
    var bias = new float[ITEMS];
    for (int at = 0; at < ITEMS; at++) {
      bias[at] = VECTORS.biasOf(cells.item()[at]);
    }
    return new Vectors(Matrix.of(VECTORS.rows().pick(cells.item()), ITEMS, WIDTH), bias);
  }

  /** Of kinds of forty. */
  private static Vectors vectors() {
    var random = new SplittableRandom(3);
    var values = new float[ITEMS * WIDTH];
    var kind = new float[WIDTH];
    for (int item = 0; item < ITEMS; item++) {
      for (int k = 0; k < WIDTH; k++) {
        kind[k] = item % 40 == 0 ? (float) random.nextGaussian() : kind[k];
        values[item * WIDTH + k] = kind[k] + 0.5f * (float) random.nextGaussian();
      }
    }
    var bias = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      bias[item] = (float) random.nextGaussian();
    }
    return new Vectors(Matrix.of(values, ITEMS, WIDTH), bias);
  }
}
