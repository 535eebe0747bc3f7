package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Personalize's own split for its offline metrics: nine tenths of the users train, one tenth test;
 * of each test user the oldest nine tenths of the events are the input and the newest tenth (at
 * least one event) is the truth. Users with a single event always train.
 *
 * @param training the events of the training users, with the numbering of the whole
 * @param cases the test users
 */
record PersonalizeSplit(Interactions training, List<Case> cases) {

  static PersonalizeSplit of(Interactions data, long seed) {
    boolean[] tested = Sample.tenth(data, 2, seed);
    List<Case> cases =
        IntStream.range(0, data.users())
            .filter(user -> tested[user])
            .mapToObj(user -> newestTenthOff(user, data.history(user)))
            .toList();
    return new PersonalizeSplit(data.oldest(user -> tested[user] ? 0 : data.events(user)), cases);
  }

  static Case newestTenthOff(int user, int[] history) {
    int input = Math.clamp(Math.round(0.9 * history.length), 1, history.length - 1);
    return new Case(
        user, Arrays.copyOf(history, input), Arrays.copyOfRange(history, input, history.length));
  }
}
