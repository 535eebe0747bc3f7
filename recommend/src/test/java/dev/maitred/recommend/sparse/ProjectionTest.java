package dev.maitred.recommend.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ProjectionTest {

  private static final int ROWS = 90;
  private static final int WIDTH = 40;

  @Test
  void theBasisIsOrthonormal() {
    float[] basis = Projection.of(random(3), 10, 1, Progress.none()).basis();
    for (int one = 0; one < 10; one++) {
      for (int other = 0; other < 10; other++) {
        assertThat(product(basis, 10, one, other)).isCloseTo(one == other ? 1 : 0, within(1e-5));
      }
    }
  }

  @Test
  void inAsManyDimensionsAsThereAreCosinesStay() {
    SparseVectors vectors = random(3).ofLength(1);
    float[] projected =
        Projection.of(vectors, WIDTH, 1, Progress.none()).of(vectors, Progress.none());
    for (int other = 1; other < ROWS; other++) {
      double cosine = 0;
      for (int at = vectors.first()[0]; at < vectors.first()[1]; at++) {
        for (int to = vectors.first()[other]; to < vectors.first()[other + 1]; to++) {
          boolean same = vectors.place()[at] == vectors.place()[to];
          cosine += same ? vectors.value()[at] * vectors.value()[to] : 0;
        }
      }
      double found = 0;
      for (int at = 0; at < WIDTH; at++) {
        found += projected[at] * projected[other * WIDTH + at];
      }
      assertThat(found).isCloseTo(cosine, within(1e-4));
    }
  }

  @Test
  void dependentVectorsHaveFewerDimensionsAndNoNaN() {
    int[][] rows = new int[20][];
    Arrays.setAll(rows, row -> row % 2 == 0 ? new int[] {0, 1} : new int[] {2});
    SparseVectors vectors = SparseVectors.counted(5, rows).ofLength(1);
    float[] projected = Projection.of(vectors, 5, 1, Progress.none()).of(vectors, Progress.none());
    for (float number : projected) {
      assertThat(number).isBetween(-1.0001f, 1.0001f);
    }
    int dimension = projected.length / 20;
    double same = 0;
    double other = 0;
    for (int at = 0; at < dimension; at++) {
      same += projected[at] * projected[2 * dimension + at];
      other += projected[at] * projected[dimension + at];
    }
    assertThat(same).isCloseTo(1, within(1e-5));
    assertThat(other).isCloseTo(0, within(1e-5));
  }

  @Test
  void isTheSameWhateverTheNumberOfThreads() throws Exception {
    SparseVectors vectors = random(5);
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(5)) {
      float[] one = alone.submit(() -> Projection.of(vectors, 9, 4, Progress.none()).basis()).get();
      float[] two = crowd.submit(() -> Projection.of(vectors, 9, 4, Progress.none()).basis()).get();
      assertThat(two).isEqualTo(one);
    }
  }

  private static double product(float[] basis, int width, int one, int other) {
    double sum = 0;
    for (int row = 0; row < basis.length / width; row++) {
      sum += basis[row * width + one] * basis[row * width + other];
    }
    return sum;
  }

  private static SparseVectors random(int seed) {
    var random = new SplittableRandom(seed);
    int[][] rows = new int[ROWS][];
    Arrays.setAll(rows, row -> random.ints(1 + random.nextInt(6), 0, WIDTH).toArray());
    return SparseVectors.counted(WIDTH, rows);
  }
}
