package dev.maitred.recommend.kernel;

/** The sum of many numbers, by four sums side by side that don't wait for each other. */
public final class Total {

  private Total() {}

  /** The sum of a run of numbers. */
  public static float of(float[] numbers, int from, int count) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int at = from;
    int end = from + count;
    for (; at + 3 < end; at += 4) {
      first += numbers[at];
      second += numbers[at + 1];
      third += numbers[at + 2];
      fourth += numbers[at + 3];
    }
    for (; at < end; at++) {
      first += numbers[at];
    }
    return first + second + (third + fourth);
  }
}
