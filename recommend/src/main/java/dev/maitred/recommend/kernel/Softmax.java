package dev.maitred.recommend.kernel;

/** The shares e^x / Σ e^x of many numbers x; −∞ has none. */
public final class Softmax {

  private Softmax() {}

  /** Replaces the numbers by their shares; answers log Σ e^x. At least one must be finite. */
  public static double replace(double[] numbers) {
    double max = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      max = Math.max(max, number);
    }
    double sum = 0;
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] = Math.exp(numbers[at] - max);
      sum += numbers[at];
    }
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] /= sum;
    }
    return max + Math.log(sum);
  }
}
