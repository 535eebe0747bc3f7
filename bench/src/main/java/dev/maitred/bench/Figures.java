package dev.maitred.bench;

import java.util.Arrays;

/** Measured times, in nanoseconds, sorted. */
public final class Figures {
  private final long[] sorted;

  private Figures(long[] sorted) {
    this.sorted = sorted;
  }

  public static Figures of(long[] nanoseconds) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Figures(sorted);
  }

  /** The time, in milliseconds, that a share of the measurements does not exceed. */
  public double millis(double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)] / 1e6;
  }

  /** The middle one, in seconds. */
  public double medianSeconds() {
    return millis(0.5) / 1e3;
  }

  public int count() {
    return sorted.length;
  }
}
