package dev.maitred.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What can be suggested to users, such as signing up for a newsletter, and what they did about it
 * (the Actions and the Action_Interactions data sets). Actions are dense numbers from zero; users
 * are those of the {@link Interactions} beside it.
 *
 * @param features a row for each action
 * @param firstEvent for each user the index of their first event, and at the end the number of
 *     events; a user's events are sorted by time
 * @param action the action of each event
 * @param outcome what the user did
 * @param time the time of each event, in seconds since 1970-01-01T00:00Z
 */
public record Actions(
    Features features, int[] firstEvent, int[] action, Outcome[] outcome, long[] time) {

  /** What a user did about an action, as the event types of Action_Interactions name it. */
  public enum Outcome {
    TAKEN,
    NOT_TAKEN,
    VIEWED
  }

  public Actions {
    if (action.length != time.length || outcome.length != time.length) {
      throw new IllegalArgumentException("action, outcome and time must be of one length");
    }
    if (firstEvent[0] != 0 || firstEvent[firstEvent.length - 1] != action.length) {
      throw new IllegalArgumentException(
          "firstEvent must begin at 0 and end at the events' number");
    }
    for (int one : action) {
      if (one < 0 || one >= features.rows()) {
        throw new IllegalArgumentException("action number out of range");
      }
    }
  }

  /** No actions. */
  public static Actions none(int users) {
    return of(Features.none(0), users, new int[0], new int[0], new Outcome[0], new long[0]);
  }

  /** Sorts events that come in any order: by user, then time, then the order given. */
  public static Actions of(
      Features features, int users, int[] user, int[] action, Outcome[] outcome, long[] time) {
    int[] order =
        IntStream.range(0, user.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(event -> user[event])
                    .thenComparingLong(event -> time[event]))
            .mapToInt(Integer::intValue)
            .toArray();
    var firstEvent = new int[users + 1];
    for (int one : user) {
      firstEvent[one + 1]++;
    }
    Arrays.parallelPrefix(firstEvent, Integer::sum);
    return new Actions(
        features,
        firstEvent,
        Arrays.stream(order).map(event -> action[event]).toArray(),
        Arrays.stream(order).mapToObj(event -> outcome[event]).toArray(Outcome[]::new),
        Arrays.stream(order).mapToLong(event -> time[event]).toArray());
  }

  /** Number of actions. */
  public int size() {
    return features.rows();
  }

  /** Number of users. */
  public int users() {
    return firstEvent.length - 1;
  }

  /** Number of events. */
  public int events() {
    return action.length;
  }

  /** The time of the newest event; 0 without any. */
  public long newest() {
    return Arrays.stream(time).max().orElse(0);
  }

  /** What one user did before an event of theirs: a fresh history whose present is that event. */
  public ActionHistory before(int user, int event) {
    int from = firstEvent[user];
    return new ActionHistory(
        Arrays.copyOfRange(action, from, event),
        Arrays.copyOfRange(outcome, from, event),
        Arrays.copyOfRange(time, from, event),
        time[event]);
  }

  /** The same actions with the events of some of the users only. */
  public Actions of(IntPredicate users) {
    int[] user = new int[events()];
    for (int one = 0; one < users(); one++) {
      Arrays.fill(user, firstEvent[one], firstEvent[one + 1], one);
    }
    int[] kept = IntStream.range(0, events()).filter(at -> users.test(user[at])).toArray();
    return of(
        features,
        users(),
        Arrays.stream(kept).map(at -> user[at]).toArray(),
        Arrays.stream(kept).map(at -> action[at]).toArray(),
        Arrays.stream(kept).mapToObj(at -> outcome[at]).toArray(Outcome[]::new),
        Arrays.stream(kept).mapToLong(at -> time[at]).toArray());
  }
}
