package dev.maitred.recommend.dense;

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
   * @param lower G; what comes after the diagonal is not looked at
   */
  public static Cholesky of(Matrix lower) {
    double[][] upper = transposed(lower);
    for (int k = 0; k < upper.length; k++) {
      double[] pivot = upper[k];
      double diagonal = lower.values()[lower.at() + k * lower.stride() + k];
      double least = Math.max(Double.MIN_NORMAL, diagonal * ROUNDING);
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
   * @param lower G; its content is lost
   * @param right b, replaced by the x with G·x = b
   */
  public static void solve(Matrix lower, float[] right) {
    if (right.length == 0) {
      return;
    }
    if (OpenBlas.LOADED) {
      float[] kept = lower.values().clone();
      if (OpenBlas.solve(lower, right)) {
        return;
      }
      System.arraycopy(kept, 0, lower.values(), 0, kept.length);
    }
    var solution = new double[right.length];
    for (int at = 0; at < right.length; at++) {
      solution[at] = right[at];
    }
    of(lower).solve(solution);
    for (int at = 0; at < right.length; at++) {
      right[at] = (float) solution[at];
    }
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

  private static double[][] transposed(Matrix lower) {
    var upper = new double[lower.rows()][lower.rows()];
    for (int row = 0; row < upper.length; row++) {
      for (int column = 0; column <= row; column++) {
        upper[column][row] = lower.values()[lower.at() + row * lower.stride() + column];
      }
    }
    return upper;
  }
}
