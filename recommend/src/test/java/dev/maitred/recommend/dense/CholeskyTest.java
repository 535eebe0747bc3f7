package dev.maitred.recommend.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Small systems, solved natively and in plain Java. */
class CholeskyTest {

  private static final int SIZE = 37;

  @Test
  void solvesASystem() {
    float[] matrix = positive();
    var right = right();
    Cholesky.of(Matrix.of(matrix, SIZE, SIZE)).solve(right);
    for (int row = 0; row < SIZE; row++) {
      double sum = 0;
      for (int column = 0; column < SIZE; column++) {
        sum += matrix[Math.min(row, column) * SIZE + Math.max(row, column)] * right[column];
      }
      assertThat(sum).isCloseTo(row - 10, within(1e-9));
    }
  }

  @Test
  void solvesInFloatAsInDouble() {
    var expected = right();
    Cholesky.of(Matrix.of(positive(), SIZE, SIZE)).solve(expected);
    var right = new float[SIZE];
    for (int row = 0; row < SIZE; row++) {
      right[row] = row - 10;
    }
    Cholesky.solve(Matrix.of(positive(), SIZE, SIZE), right);
    for (int row = 0; row < SIZE; row++) {
      assertThat((double) right[row]).isCloseTo(expected[row], within(1e-3));
    }
  }

  @Test
  void whatIsNotQuitePositiveStaysFinite() {
    float[] singular = {1, 1, 0, 1};
    var right = new float[] {1, 1};
    Cholesky.solve(Matrix.of(singular, 2, 2), right);
    assertThat(right[0] + right[1]).isCloseTo(1, within(1e-3f));
    var none = new float[2];
    Cholesky.solve(Matrix.of(new float[4], 2, 2), none);
    assertThat(none).containsExactly(0, 0);
  }

  private static double[] right() {
    var right = new double[SIZE];
    for (int row = 0; row < SIZE; row++) {
      right[row] = row - 10;
    }
    return right;
  }

  /** The upper half of a matrix of products, and what is not to be read below it. */
  private static float[] positive() {
    var random = new SplittableRandom(1);
    var rows = new float[2 * SIZE * SIZE];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = (float) random.nextGaussian();
    }
    var upper = new float[SIZE * SIZE];
    Product.addSquare(Matrix.of(rows, 2 * SIZE, SIZE), Matrix.of(upper, SIZE, SIZE));
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < row; column++) {
        upper[row * SIZE + column] = Float.NaN;
      }
    }
    return upper;
  }
}
