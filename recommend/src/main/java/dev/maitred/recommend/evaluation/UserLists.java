package dev.maitred.recommend.evaluation;

import java.util.Arrays;

/** The users of each of some things, such as items: every user once, ascending. */
final class UserLists {

  private final int[][] users;
  private final int[] size;

  /** Lists of so many things, all empty. */
  UserLists(int things) {
    this.users = new int[things][0];
    this.size = new int[things];
  }

  /** Adds a user; users come ascending, and one may come again. */
  void add(int thing, int user) {
    int length = size[thing];
    if (length > 0 && users[thing][length - 1] == user) {
      return;
    }
    if (length == users[thing].length) {
      users[thing] = Arrays.copyOf(users[thing], length + length / 2 + 2);
    }
    users[thing][size[thing]++] = user;
  }

  /** The users of one thing. */
  int[] of(int thing) {
    return Arrays.copyOf(users[thing], size[thing]);
  }
}
