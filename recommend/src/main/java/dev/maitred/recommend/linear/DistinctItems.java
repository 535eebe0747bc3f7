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

  /** Pairs that all users together may make in {@link #of}: minutes of counting. */
  private static final long MOST_PAIRS_OF_ALL = 10_000_000_000L;

  /** Longer than any history. */
  private static final int ALL = 1 << 30;

  /**
   * Of all events; only where their pairs would take very long to count, as with users who are
   * machines, of each user's newest items. A user's items come ascending.
   */
  public static DistinctItems of(Interactions data) {
    return newest(data, ALL, MOST_PAIRS_OF_ALL);
  }

  /**
   * Of each user's newest items, ascending, so many that the number of pairs among them, and with
   * it time and memory, is bounded.
   */
  static DistinctItems newest(Interactions data) {
    return newest(data, LONGEST, MOST_PAIRS);
  }

  /**
   * Of each user's newest items, ascending.
   *
   * @param start most items of a user, halved until the pairs are few enough
   * @param mostPairs of all users together, about
   */
  static DistinctItems newest(Interactions data, int start, long mostPairs) {
    int longest = start;
    while (longest > 2 && pairs(data, longest) > mostPairs) {
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
