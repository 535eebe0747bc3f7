package dev.maitred.bench.als;

import dev.maitred.bench.Skew;
import dev.maitred.recommend.Interactions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Who had what, invented or given, and as a file of distinct pairs. */
final class Pairs {
  private static final int USERS = 20_000;
  private static final int ITEMS = 10_000;
  private static final double USER_SKEW = 1.5;
  private static final double ITEM_SKEW = 2.5;

  private Pairs() {}

  /** Interactions of which few users and few items have most, the same for the same seed. */
  static Interactions invented(int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] user = new int[events];
    int[] item = new int[events];
    for (int event = 0; event < events; event++) {
      user[event] = Skew.below(USERS, USER_SKEW, random);
      item[event] = Skew.below(ITEMS, ITEM_SKEW, random);
    }
    return Interactions.of(USERS, ITEMS, user, item, new long[events]);
  }

  /** Writes lines of user, item and 1, each pair once. */
  static void write(Interactions data, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int user = 0; user < data.users(); user++) {
        int[] items = Arrays.stream(data.history(user)).distinct().toArray();
        for (int item : items) {
          out.write(user + "," + item + ",1\n");
        }
      }
    }
  }
}
