package dev.maitred.recommend.emanet;

import java.util.SplittableRandom;

/**
 * What is known of the request before each event.
 *
 * @param users what is known of each user
 * @param events what else is known of each event
 */
record Requests(WordLists users, WordLists events) {

  private static final int ONE_IN = 2;

  /**
   * What is known at some positions. Each value is left out by even chance, so that a network
   * learns to do without.
   *
   * @param user at each position
   * @param event at each position
   */
  WordLists some(int[] user, int[] event, SplittableRandom random) {
    var first = new int[user.length + 1];
    if (users.word().length + events.word().length == 0) {
      return new WordLists(first, new int[0]);
    }
    int most = 0;
    for (int at = 0; at < user.length; at++) {
      most += users.count(user[at]) + events.count(event[at]);
    }
    var word = new int[most];
    int size = 0;
    for (int at = 0; at < user.length; at++) {
      size = add(users, user[at], random, word, size);
      size = add(events, event[at], random, word, size);
      first[at + 1] = size;
    }
    return new WordLists(first, word);
  }

  private static int add(WordLists from, int row, SplittableRandom random, int[] word, int size) {
    int next = size;
    for (int at = from.first()[row]; at < from.first()[row + 1]; at++) {
      if (random.nextInt(ONE_IN) == 0) {
        word[next++] = from.word()[at];
      }
    }
    return next;
  }
}
