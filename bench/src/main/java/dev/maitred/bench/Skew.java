package dev.maitred.bench;

import java.util.SplittableRandom;

/** Chance that prefers low numbers, as events prefer few users and few items. */
public final class Skew {

  private Skew() {}

  /**
   * A number from 0 to below a bound.
   *
   * @param skew 1 for all alike; the more, the more of them are low
   */
  public static int below(int bound, double skew, SplittableRandom random) {
    return (int) (bound * Math.pow(random.nextDouble(), skew));
  }
}
