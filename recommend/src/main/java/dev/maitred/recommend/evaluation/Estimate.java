package dev.maitred.recommend.evaluation;

/**
 * A mean over cases.
 *
 * @param value the mean; 0 of no cases
 * @param margin half the width of its 95 % confidence interval; {@link Double#NaN} if unknown
 * @param cases how many there were
 */
public record Estimate(double value, double margin, int cases) {

  private static final double NORMAL_95 = 1.959964;

  /** A figure of which no interval is known. */
  public static Estimate of(double value) {
    return new Estimate(value, Double.NaN, 0);
  }

  /**
   * The mean over all cases. The interval is the normal one over users, as the cases of one user
   * depend on each other: the mean is a ratio of two sums over users, whose error is that of Σ
   * (sum(user) − mean · count(user)) (Cochran, Sampling Techniques, section 6.4).
   *
   * @param values one for each case; {@link Double#NaN} for a case that does not count
   * @param user whose each case is; those of one user lie side by side
   */
  static Estimate over(double[] values, int[] user) {
    double sum = 0;
    int cases = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        cases++;
      }
    }
    double mean = cases == 0 ? 0 : sum / cases;
    return new Estimate(mean, margin(values, user, mean) / Math.max(1, cases), cases);
  }

  private static double margin(double[] values, int[] user, double mean) {
    double squares = 0;
    int users = 0;
    for (int from = 0, end; from < values.length; from = end) {
      double error = 0;
      boolean counts = false;
      for (end = from; end < values.length && user[end] == user[from]; end++) {
        if (!Double.isNaN(values[end])) {
          error += values[end] - mean;
          counts = true;
        }
      }
      squares += error * error;
      users += counts ? 1 : 0;
    }
    return users < 2 ? Double.NaN : NORMAL_95 * Math.sqrt(squares * users / (users - 1));
  }
}
