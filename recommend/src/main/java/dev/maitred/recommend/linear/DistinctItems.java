package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;

/**
 * Who had what, each pair once.
 *
 * @param ofUser for each user the distinct items, in order of first appearance
 * @param usersOf for each item its distinct users, ascending
 */
public record DistinctItems(int[][] ofUser, int[][] usersOf) {

  /** Of all events. */
  public static DistinctItems of(Interactions data) {
    var ofUser = new int[data.users()][];
    Arrays.setAll(ofUser, user -> Arrays.stream(data.history(user)).distinct().toArray());
    return new DistinctItems(ofUser, transposed(data.items(), ofUser));
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
