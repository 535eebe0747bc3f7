package dev.maitred.recommend.dense;

/** Systems of a few hundred linear equations with one right side, solved on the calling thread. */
public final class SmallSystem {

  private SmallSystem() {}

  /**
   * Solves G·x = b by Cholesky's method.
   *
   * @param size number of equations
   * @param symmetric G, positive definite, row by row; what comes after the diagonal is not looked
   *     at, and what was there is overwritten
   * @param right b, replaced by x
   * @throws ArithmeticException if G is not positive definite
   */
  public static void solve(int size, float[] symmetric, float[] right) {
    if (size == 0) {
      return;
    }
    if (OpenBlas.LOADED) {
      OpenBlas.solve(size, symmetric, right);
    } else {
      factor(size, symmetric);
      substitute(size, symmetric, right);
    }
  }

  /** Replaces the lower half of G by L with L·Lᵀ = G. */
  static void factor(int size, float[] matrix) {
    for (int row = 0; row < size; row++) {
      int at = row * size;
      for (int column = 0; column < row; column++) {
        matrix[at + column] =
            (matrix[at + column] - dot(matrix, at, column * size, column))
                / matrix[column * size + column];
      }
      float left = matrix[at + row] - dot(matrix, at, at, row);
      if (!(left > 0)) {
        throw new ArithmeticException("the matrix is not positive definite");
      }
      matrix[at + row] = (float) Math.sqrt(left);
    }
  }

  static void substitute(int size, float[] lower, float[] right) {
    for (int row = 0; row < size; row++) {
      float sum = right[row];
      for (int column = 0; column < row; column++) {
        sum -= lower[row * size + column] * right[column];
      }
      right[row] = sum / lower[row * size + row];
    }
    for (int row = size - 1; row >= 0; row--) {
      right[row] /= lower[row * size + row];
      for (int column = 0; column < row; column++) {
        right[column] -= lower[row * size + column] * right[row];
      }
    }
  }

  private static float dot(float[] matrix, int one, int other, int length) {
    float sum = 0;
    for (int at = 0; at < length; at++) {
      sum += matrix[one + at] * matrix[other + at];
    }
    return sum;
  }
}
