package dev.maitred.recommend.blend;

/** The step of Newton's method: the solution of a small symmetric system, by Cholesky's method. */
public final class Newton {

  private static final double LEAST_PIVOT = 1e-12;

  private Newton() {}

  /** The x of curvature · x = slope, for a positive definite curvature. */
  public static double[] step(double[][] curvature, double[] slope) {
    int size = slope.length;
    var lower = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = curvature[row][column];
        for (int at = 0; at < column; at++) {
          sum -= lower[row][at] * lower[column][at];
        }
        lower[row][column] =
            row == column ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / lower[column][column];
      }
    }
    var x = slope.clone();
    for (int row = 0; row < size; row++) {
      for (int at = 0; at < row; at++) {
        x[row] -= lower[row][at] * x[at];
      }
      x[row] /= lower[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int at = row + 1; at < size; at++) {
        x[row] -= lower[at][row] * x[at];
      }
      x[row] /= lower[row][row];
    }
    return x;
  }
}
