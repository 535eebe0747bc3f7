package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who had what, each pair once.
 *
 * @param ofUser for each user the distinct items
 * @param usersOf for each item its distinct users, ascending
 */
public record DistinctItems(int[][] ofUser, int[][] usersOf) {

  /** Pairs of items that all users together may make in {@link #newest}. */
  private static final long MOST_PAIRS = 120_000_000;

  private static final int LONGEST = 1_024;

  /** Of all events; a user's items in order of first appearance. */
  public static DistinctItems of(Interactions data) {
    var ofUser = new int[data.users()][];
    Arrays.setAll(ofUser, user -> Arrays.stream(data.history(user)).distinct().toArray());
    return new DistinctItems(ofUser, transposed(data.items(), ofUser));
  }

  /**
   * Of each user's newest items, ascending, so many that the number of pairs among them, and with
   * it time and memory, is bounded.
   */
  static DistinctItems newest(Interactions data) {
    int longest = LONGEST;
    while (longest > 2 && pairs(data, longest) > MOST_PAIRS) {
      longest /= 2;
    }
    int most = longest;
    var ofUser = new int[data.users()][];
    Arrays.setAll(ofUser, user -> newest(data, user, most));
    return new DistinctItems(ofUser, transposed(data.items(), ofUser));
  }

  private static long pairs(Interactions data, int longest) {
    long pairs = 0;
    for (int user = 0; user < data.users(); user++) {
      long items = Math.min(longest, data.events(user));
      pairs += items * items / 2;
    }
    return pairs;
  }

  private static int[] newest(Interactions data, int user, int most) {
    int last = data.firstEvent()[user + 1] - 1;
    return IntStream.range(0, data.events(user))
        .map(ago -> data.item()[last - ago])
        .distinct()
        .limit(most)
        .sorted()
        .toArray();
  }

  private static int[][] transposed(int items, int[][] ofUser) {
    var count = new int[items];
    for (int[] had : ofUser) {
      for (int item : had) {
        count[item]++;
      }
    }
    var users = new int[items][];
    Arrays.setAll(users, item -> new int[count[item]]);
    for (int user = ofUser.length - 1; user >= 0; user--) {
      for (int item : ofUser[user]) {
        users[item][--count[item]] = user;
      }
    }
    return users;
  }
}
