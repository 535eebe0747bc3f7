package dev.maitred.recommend.kernel;

/** Searches in numbers that ascend. */
public final class Sorted {

  private Sorted() {}

  /** How many are below a value, which is the place of the first that is not. */
  public static int below(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
