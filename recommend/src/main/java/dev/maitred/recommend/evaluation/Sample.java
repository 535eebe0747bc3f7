package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
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
    var random = new SplittableRandom(seed);
    var drawn = new boolean[all];
    int[] left = users.clone();
    for (int place = 0; place < Math.min(wanted, left.length); place++) {
      int pick = random.nextInt(place, left.length);
      drawn[left[pick]] = true;
      left[pick] = left[place];
    }
    return drawn;
  }
}
