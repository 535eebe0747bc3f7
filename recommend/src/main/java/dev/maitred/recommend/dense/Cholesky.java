package dev.maitred.recommend.dense;

import java.util.Arrays;

/**
 * A small symmetric matrix G, factored as Uᵀ·U in double precision and plain Java, to be solved for
 * many right sides.
 *
 * @param upper for each row k of U its entries, of which those before k are without meaning
 */
public record Cholesky(double[][] upper) {

  /** The share of its diagonal entry below which a pivot is rounding and nothing else. */
  private static final double ROUNDING = 1e-13;

  /**
   * Factors a matrix. One that isn't positive definite but for rounding is taken for the nearest
   * one that is, so the factor is always finite.
   *
   * @param matrix G; what comes before the diagonal is not looked at
   */
  public static Cholesky of(Matrix matrix) {
    return factored(upper(matrix));
  }

  /**
   * The same in double precision.
   *
   * @param matrix G; what comes after the diagonal is not looked at
   */
  public static Cholesky of(double[][] matrix) {
    var upper = new double[matrix.length][matrix.length];
    for (int row = 0; row < upper.length; row++) {
      for (int column = row; column < upper.length; column++) {
        upper[row][column] = matrix[column][row];
      }
    }
    return factored(upper);
  }

  /** Replaces the upper half of G by U. */
  private static Cholesky factored(double[][] upper) {
    var diagonal = new double[upper.length];
    Arrays.setAll(diagonal, k -> upper[k][k]);
    for (int k = 0; k < upper.length; k++) {
      double[] pivot = upper[k];
      double least = Math.max(Double.MIN_NORMAL, diagonal[k] * ROUNDING);
      double root = Math.sqrt(Math.max(pivot[k], least));
      pivot[k] = root;
      for (int at = k + 1; at < pivot.length; at++) {
        pivot[at] /= root;
      }
      for (int row = k + 1; row < upper.length; row++) {
        addTimes(upper[row], pivot, -pivot[row], row);
      }
    }
    return new Cholesky(upper);
  }

  /**
   * Solves small systems of floats, by OpenBLAS where it is there.
   *
   * @param matrix G, of which the upper half counts; its content is lost
   * @param right b, replaced by the x with G·x = b
   * @param again fills G in anew, for one that isn't positive definite in floats
   */
  public static void solve(Matrix matrix, float[] right, Runnable again) {
    if (right.length == 0) {
      return;
    }
    if (OpenBlas.LOADED) {
      if (OpenBlas.factor(matrix)) {
        substitute(matrix, right);
        return;
      }
      again.run();
    }
    var solution = new double[right.length];
    for (int at = 0; at < right.length; at++) {
      solution[at] = right[at];
    }
    of(matrix).solve(solution);
    for (int at = 0; at < right.length; at++) {
      right[at] = (float) solution[at];
    }
  }

  /** The same of one matrix, of which a copy is made. */
  public static void solve(Matrix matrix, float[] right) {
    float[] kept = matrix.values().clone();
    solve(matrix, right, () -> System.arraycopy(kept, 0, matrix.values(), 0, kept.length));
  }

  /** Replaces b by U⁻¹·U⁻ᵀ·b. */
  private static void substitute(Matrix upper, float[] right) {
    float[] u = upper.values();
    for (int row = 0; row < right.length; row++) {
      int from = upper.at() + row * upper.stride();
      float value = right[row] / u[from + row];
      right[row] = value;
      for (int column = row + 1; column < right.length; column++) {
        right[column] -= value * u[from + column];
      }
    }
    for (int row = right.length - 1; row >= 0; row--) {
      int from = upper.at() + row * upper.stride();
      right[row] = (right[row] - dot(u, from, right, row + 1)) / u[from + row];
    }
  }

  /** Σ u[from + k]·x[k] from an index on; four sums side by side don't wait for each other. */
  private static float dot(float[] u, int from, float[] x, int first) {
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    int k = first;
    for (; k + 3 < x.length; k += 4) {
      one += u[from + k] * x[k];
      two += u[from + k + 1] * x[k + 1];
      three += u[from + k + 2] * x[k + 2];
      four += u[from + k + 3] * x[k + 3];
    }
    for (; k < x.length; k++) {
      one += u[from + k] * x[k];
    }
    return one + two + (three + four);
  }

  /** Replaces b by the x with G·x = b. */
  public void solve(double[] right) {
    for (int k = 0; k < upper.length; k++) {
      right[k] /= upper[k][k];
      addTimes(right, upper[k], -right[k], k + 1);
    }
    for (int k = upper.length - 1; k >= 0; k--) {
      double rest = right[k];
      for (int at = k + 1; at < upper.length; at++) {
        rest -= upper[k][at] * right[at];
      }
      right[k] = rest / upper[k][k];
    }
  }

  // Arrays that share their index: the compiler makes vector instructions of that.
  private static void addTimes(double[] to, double[] from, double factor, int first) {
    for (int at = first; at < to.length; at++) {
      to[at] += factor * from[at];
    }
  }

  private static double[][] upper(Matrix matrix) {
    var upper = new double[matrix.rows()][matrix.rows()];
    for (int row = 0; row < upper.length; row++) {
      for (int column = row; column < upper.length; column++) {
        upper[row][column] = matrix.values()[matrix.at() + row * matrix.stride() + column];
      }
    }
    return upper;
  }
}
