package dev.maitred.bench.scale;

import dev.maitred.bench.Skew;
import dev.maitred.recommend.Interactions;
import java.util.SplittableRandom;

/**
 * Invented shoppers with a few favourite shelves each. Few items have most of the events; the next
 * item stands near the last one more often than not, so that there is something to learn.
 */
final class Shoppers {
  private static final double USER_SKEW = 1.5;
  private static final double ITEM_SKEW = 2;
  private static final double SAME_SHELF = 0.6;
  private static final int SHELF = 50;

  private Shoppers() {}

  /** Events by time, the same for the same seed. */
  static Interactions invented(int users, int items, int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] user = new int[events];
    int[] item = new int[events];
    long[] time = new long[events];
    int[] last = new int[users];
    for (int event = 0; event < events; event++) {
      int one = Skew.below(users, USER_SKEW, random);
      int shelf = last[one] / SHELF * SHELF;
      boolean near = last[one] > 0 && random.nextDouble() < SAME_SHELF;
      item[event] =
          near
              ? Math.min(items - 1, shelf + Skew.below(SHELF, ITEM_SKEW, random))
              : Skew.below(items, ITEM_SKEW, random);
      user[event] = one;
      time[event] = event;
      last[one] = item[event];
    }
    return Interactions.of(users, items, user, item, time);
  }
}
