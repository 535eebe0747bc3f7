package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.kernel.Draw;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Users drawn by chance. */
final class Sample {

  private Sample() {}

  /** A tenth of the users who have so many events, rounded, at least one of two or more. */
  static boolean[] tenth(Interactions data, int leastEvents, long seed) {
    int[] users =
        IntStream.range(0, data.users()).filter(u -> data.events(u) >= leastEvents).toArray();
    int wanted = users.length < 2 ? 0 : Math.max(1, Math.round(users.length / 10f));
    return of(data.users(), users, wanted, seed);
  }

  /** So many of the given users, or all where there are fewer. */
  static boolean[] of(int all, int[] users, int wanted, long seed) {
    int[] order = users.clone();
    int count = Math.min(wanted, order.length);
    Draw.toFront(order, count, new SplittableRandom(seed));
    var drawn = new boolean[all];
    for (int place = 0; place < count; place++) {
      drawn[order[place]] = true;
    }
    return drawn;
  }
}
