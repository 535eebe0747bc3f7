package dev.maitred.recommend.emanet;

import java.util.SplittableRandom;

/** Leaves some numbers out by chance and raises the others to keep the mean. */
final class Dropout {

  private static final int CHOICES = 256;

  private final int threshold;
  private final float raise;

  /**
   * A dropout.
   *
   * @param rate the share left out, at least 0 and less than 1; rounded to 256ths
   */
  Dropout(double rate) {
    threshold = (int) Math.round(rate * CHOICES);
    raise = CHOICES / (float) (CHOICES - threshold);
  }

  /** Fills in the factor of each number: 0, or what it is raised by. */
  void fill(float[] factors, int count, SplittableRandom random) {
    for (int at = 0; at < count; at += Long.BYTES) {
      long bits = random.nextLong();
      for (int k = at; k < Math.min(count, at + Long.BYTES); k++) {
        factors[k] = (bits & CHOICES - 1) < threshold ? 0 : raise;
        bits >>>= Byte.SIZE;
      }
    }
  }
}
