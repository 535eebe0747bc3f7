package dev.maitred.recommend.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallSystemTest {

  private static final int SIZE = 70;

  @Test
  void findsTheUnknowns() {
    float[] matrix = matrix();
    float[] right = right(matrix);
    SmallSystem.solve(SIZE, matrix, right);
    assertThat(right).containsExactly(unknowns(), within(1e-3f));
  }

  @Test
  void findsThemInPlainJavaToo() {
    float[] matrix = matrix();
    float[] right = right(matrix);
    SmallSystem.factor(SIZE, matrix);
    SmallSystem.substitute(SIZE, matrix, right);
    assertThat(right).containsExactly(unknowns(), within(1e-3f));
  }

  @Test
  void refusesAMatrixThatIsNotPositiveDefinite() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> SmallSystem.solve(2, new float[] {1, 0, 2, 1}, new float[2]));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> SmallSystem.factor(2, new float[] {1, 0, 2, 1}));
  }

  private static float[] unknowns() {
    var unknowns = new float[SIZE];
    for (int at = 0; at < SIZE; at++) {
      unknowns[at] = at % 7 - 3;
    }
    return unknowns;
  }

  /** Only its lower half counts. */
  private static float[] matrix() {
    var random = new SplittableRandom(5);
    var matrix = new float[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      Arrays.fill(matrix, row * SIZE, (row + 1) * SIZE, Float.NaN);
      for (int column = 0; column < row; column++) {
        matrix[row * SIZE + column] = (float) random.nextDouble() - 0.5f;
      }
      matrix[row * SIZE + row] = SIZE;
    }
    return matrix;
  }

  private static float[] right(float[] matrix) {
    var right = new float[SIZE];
    float[] unknowns = unknowns();
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int low = Math.max(row, column) * SIZE + Math.min(row, column);
        right[row] += matrix[low] * unknowns[column];
      }
    }
    return right;
  }
}
