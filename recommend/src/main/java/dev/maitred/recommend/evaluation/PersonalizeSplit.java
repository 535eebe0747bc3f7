package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Personalize's own split for its offline metrics: nine tenths of the users train, one tenth test;
 * of each test user the oldest nine tenths of the events are the input and the newest tenth (at
 * least one event) is the truth. Users with a single event always train.
 *
 * @param training the events of the training users, with the numbering of the whole
 * @param cases the test users
 */
public record PersonalizeSplit(Interactions training, List<Case> cases) {

  /**
   * One test user.
   *
   * @param input the items of the oldest events, oldest first; at least one
   * @param truth the items of the newest events; at least one
   */
  public record Case(int[] input, int[] truth) {}

  /** Splits by the chance of a seed. */
  public static PersonalizeSplit of(Interactions data, long seed) {
    boolean[] tested = tested(data, seed);
    List<Case> cases =
        IntStream.range(0, data.users())
            .filter(user -> tested[user])
            .mapToObj(user -> newestTenthOff(data.history(user)))
            .toList();
    return new PersonalizeSplit(data.oldest(user -> tested[user] ? 0 : data.events(user)), cases);
  }

  static Case newestTenthOff(int[] history) {
    int input = Math.clamp(Math.round(0.9 * history.length), 1, history.length - 1);
    return new Case(
        Arrays.copyOf(history, input), Arrays.copyOfRange(history, input, history.length));
  }

  private static boolean[] tested(Interactions data, long seed) {
    int[] users = IntStream.range(0, data.users()).filter(u -> data.events(u) > 1).toArray();
    var random = new SplittableRandom(seed);
    var tested = new boolean[data.users()];
    int wanted = users.length < 2 ? 0 : Math.max(1, Math.round(users.length / 10f));
    for (int place = 0; place < wanted; place++) {
      int pick = random.nextInt(place, users.length);
      tested[users[pick]] = true;
      users[pick] = users[place];
    }
    return tested;
  }
}
