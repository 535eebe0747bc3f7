package dev.maitred.bench.recommendations;

import dev.maitred.bench.Skew;
import java.util.SplittableRandom;

/**
 * Interactions with some items by 20,000 users: each user walks along a few chains of items,
 * sometimes jumping to an item that is popular. Every item is seen; the same seed gives the same.
 */
final class Watching {
  static final int USERS = 20_000;
  private static final int EVENTS = 25;
  private static final long SEED = 11;

  private Watching() {}

  static String csv(int items) {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,TIMESTAMP\n");
    for (int user = 0; user < USERS; user++) {
      int item = user % items;
      long time = 1_700_000_000L + random.nextInt(10_000_000);
      for (int event = 0; event < EVENTS; event++) {
        csv.append("user-%d,item-%d,%d%n".formatted(user, item, time));
        time += 60 + random.nextInt(3_600);
        item = random.nextInt(10) < 6 ? (item + 1) % items : popular(random, items);
      }
    }
    return csv.toString();
  }

  private static int popular(SplittableRandom random, int items) {
    return Skew.below(items, 2.5, random);
  }
}
