package dev.maitred.recommend.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem.Rows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SymmetricSystemTest {

  /** Not a multiple of a tile or a panel. */
  private static final int SIZE = 1_200;

  private static final int WIDTH = 150;
  private static final Rows SYMMETRIC =
      (row, into) -> {
        for (int column = 0; column < SIZE; column++) {
          // What comes after the diagonal must not matter.
          into[column] = column > row ? Float.NaN : entry(row, column);
        }
      };
  private static final Rows RIGHT =
      (row, into) -> {
        var random = new SplittableRandom(row);
        for (int column = 0; column < WIDTH; column++) {
          into[column] = (float) random.nextDouble() - 0.5f;
        }
      };

  @Test
  void solvesByTilesAndInPlainJavaAlike() {
    assertThat(OpenBlas.LOADED).as("OpenBLAS on the platform of the tests").isTrue();
    try (var tiled = TiledCholesky.solve(SIZE, WIDTH, SYMMETRIC, RIGHT, Progress.none());
        var plain = PlainCholesky.solve(SIZE, WIDTH, SYMMETRIC, RIGHT, Progress.none())) {
      for (int row = 0; row < SIZE; row++) {
        assertThat(tiled.solution(row)).containsExactly(plain.solution(row), within(1e-4f));
      }
      assertThat(residual(tiled, 700)).isLessThan(1e-3);
    }
  }

  @Test
  void invertsByTilesAsItSolvesForTheIdentity() {
    Rows identity =
        (row, into) -> {
          Arrays.fill(into, 0);
          into[row] = 1;
        };
    try (var inverse = SymmetricSystem.inverse(SIZE, SYMMETRIC, Progress.none());
        var plain = PlainCholesky.solve(SIZE, SIZE, SYMMETRIC, identity, Progress.none())) {
      for (int row = 0; row < SIZE; row++) {
        assertThat(inverse.solution(row)).containsExactly(plain.solution(row), within(1e-5f));
      }
    }
  }

  @Test
  void invertsToTheSameBitsWhateverTheNumberOfThreads() throws Exception {
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(6);
        var one = alone.submit(SymmetricSystemTest::inverted).get();
        var six = crowd.submit(SymmetricSystemTest::inverted).get()) {
      for (int row = 0; row < SIZE; row++) {
        assertThat(six.solution(row)).isEqualTo(one.solution(row));
      }
    }
  }

  @Test
  void givesTheSameBitsWhateverTheNumberOfThreads() throws Exception {
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(6);
        var one = alone.submit(SymmetricSystemTest::solved).get();
        var six = crowd.submit(SymmetricSystemTest::solved).get()) {
      for (int row = 0; row < SIZE; row++) {
        assertThat(six.solution(row)).isEqualTo(one.solution(row));
      }
    }
  }

  @Test
  void refusesAMatrixThatIsNotPositiveDefinite() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                SymmetricSystem.solve(
                    2,
                    1,
                    (row, into) -> into[row] = -1,
                    (row, into) -> into[0] = 1,
                    Progress.none()));
  }

  private static SymmetricSystem solved() {
    return SymmetricSystem.solve(SIZE, WIDTH, SYMMETRIC, RIGHT, Progress.none());
  }

  private static SymmetricSystem inverted() {
    return SymmetricSystem.inverse(SIZE, SYMMETRIC, Progress.none());
  }

  /** Largest difference between one row of G·X and of A. */
  private static double residual(SymmetricSystem system, int row) {
    var product = new double[WIDTH];
    for (int at = 0; at < SIZE; at++) {
      float[] solution = system.solution(at);
      for (int column = 0; column < WIDTH; column++) {
        product[column] += entry(Math.max(row, at), Math.min(row, at)) * solution[column];
      }
    }
    var right = new float[WIDTH];
    RIGHT.fill(row, right);
    double largest = 0;
    for (int column = 0; column < WIDTH; column++) {
      largest = Math.max(largest, Math.abs(product[column] - right[column]));
    }
    return largest;
  }

  private static float entry(int row, int column) {
    return row == column ? 20 : (float) Math.cos(row * 31.0 + column * 17.0) / (1 + row - column);
  }
}
