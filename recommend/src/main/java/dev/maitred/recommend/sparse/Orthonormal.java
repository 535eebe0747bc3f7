package dev.maitred.recommend.sparse;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;

/**
 * Makes the columns of a tall matrix orthonormal, by the products of the columns with each other in
 * double precision.
 */
final class Orthonormal {

  private static final int ROWS_A_PIECE = 2048;

  /** A column of which less than this share is new depends on those before it. */
  private static final double NEGLIGIBLE = 1e-10;

  private Orthonormal() {}

  /**
   * The T for which M·T has orthonormal columns: L⁻ᵀ with L·Lᵀ = MᵀM. A column of M that depends on
   * those before it becomes zero.
   */
  static float[] inverseFactor(float[] columns, int width, Progress progress) {
    double[] lower = products(columns, width, progress);
    factor(lower, width);
    var inverse = new float[width * width];
    var unit = new double[width];
    for (int column = 0; column < width; column++) {
      solve(lower, width, column, unit);
      for (int row = 0; row < width; row++) {
        inverse[column * width + row] = (float) unit[row];
      }
    }
    return inverse;
  }

  private static double[] products(float[] columns, int width, Progress progress) {
    int rows = columns.length / width;
    var pieces = new double[Math.ceilDiv(rows, ROWS_A_PIECE)][];
    Shards.forEach(
        pieces.length,
        progress,
        piece -> {
          var sum = new double[width * width];
          int end = Math.min(rows, (piece + 1) * ROWS_A_PIECE);
          for (int row = piece * ROWS_A_PIECE; row < end; row++) {
            add(columns, row * width, width, sum);
          }
          pieces[piece] = sum;
        });
    var total = new double[width * width];
    for (double[] piece : pieces) {
      for (int at = 0; at < total.length; at++) {
        total[at] += piece[at];
      }
    }
    return total;
  }

  private static void add(float[] columns, int from, int width, double[] sum) {
    for (int one = 0; one < width; one++) {
      double factor = columns[from + one];
      int row = one * width;
      for (int other = 0; other <= one; other++) {
        sum[row + other] += factor * columns[from + other];
      }
    }
  }

  /** Cholesky's method in place, in the lower half; a dependent column gets the diagonal 0. */
  private static void factor(double[] lower, int width) {
    for (int row = 0; row < width; row++) {
      double whole = lower[row * width + row];
      for (int column = 0; column <= row; column++) {
        double sum = lower[row * width + column];
        for (int at = 0; at < column; at++) {
          sum -= lower[row * width + at] * lower[column * width + at];
        }
        double pivot = lower[column * width + column];
        if (row == column) {
          lower[row * width + row] = sum > NEGLIGIBLE * whole ? Math.sqrt(sum) : 0;
        } else {
          lower[row * width + column] = pivot > 0 ? sum / pivot : 0;
        }
      }
    }
  }

  /** Fills in L⁻¹ e, which is a row of L⁻ᵀ. */
  private static void solve(double[] lower, int width, int unit, double[] into) {
    for (int row = 0; row < width; row++) {
      double sum = row == unit ? 1 : 0;
      for (int at = unit; at < row; at++) {
        sum -= lower[row * width + at] * into[at];
      }
      double pivot = lower[row * width + row];
      into[row] = row >= unit && pivot > 0 ? sum / pivot : 0;
    }
  }
}
