package dev.maitred.recommend.emanet;

import java.util.function.LongSupplier;

/**
 * How long some work has still to go, judged by how long it took so far. It is for people to read:
 * nothing is decided by it.
 */
final class Pace {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private final LongSupplier nanoseconds;
  private final double from;
  private final long start;

  /**
   * Work that begins now.
   *
   * @param from the fraction that was done before
   * @param nanoseconds a clock
   */
  Pace(double from, LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.from = from;
    this.start = nanoseconds.getAsLong();
  }

  /** The time left in words, at a fraction of the whole. */
  String left(double done) {
    if (done <= from) {
      return "time left unknown";
    }
    double passed = (nanoseconds.getAsLong() - start) / 1e9;
    return words(Math.round(passed * (1 - done) / (done - from)));
  }

  private static String words(long seconds) {
    if (seconds >= HOUR) {
      return "at most %d h %d min left".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
    }
    return seconds >= 2 * MINUTE
        ? "at most %d min left".formatted(Math.ceilDiv(seconds, MINUTE))
        : "at most %d s left".formatted(seconds);
  }
}
