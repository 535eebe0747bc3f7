package dev.maitred.recommend;

import dev.maitred.recommend.kernel.Sorted;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The events to learn from, as columns: users and items are dense numbers from zero, and the events
 * are sorted by user, then time, then the order in which they were given.
 *
 * <p>The order among events of one second matters (a quarter of MovieLens' last events hang on it),
 * so whoever numbers the events keeps the order of the file they came from. The arrays are not
 * copied; nobody may change them afterwards.
 *
 * @param users number of users; a user may have no events
 * @param items number of items, of the Interactions and the Items data set together; an item may
 *     have no events
 * @param firstEvent for each user the index of their first event, and at {@code users} the number
 *     of events
 * @param item the item of each event
 * @param time the time of each event, in seconds since 1970-01-01T00:00Z
 * @param context what else is known of each event, such as its type or the device
 */
public record Interactions(
    int users, int items, int[] firstEvent, int[] item, long[] time, Features context) {

  private static final Set<String> KNOWN_AFTERWARDS = Set.of("EVENT_TYPE");

  public Interactions {
    require(users >= 0 && items >= 0, "numbers of users and items must not be negative");
    require(firstEvent.length == users + 1, "firstEvent needs users + 1 entries");
    require(item.length == time.length, "item and time must be of one length");
    require(context.rows() == item.length, "context must have a row for each event");
    require(
        firstEvent[0] == 0 && firstEvent[users] == item.length,
        "firstEvent must begin at 0 and end at the number of events");
    for (int user = 0; user < users; user++) {
      int first = firstEvent[user];
      int end = firstEvent[user + 1];
      require(first <= end && end <= item.length, "firstEvent must not decrease");
      for (int event = first; event < end; event++) {
        require(item[event] >= 0 && item[event] < items, "item number out of range");
        require(event == first || time[event - 1] <= time[event], "a user's events must be sorted");
      }
    }
  }

  /** Events of which nothing else is known. */
  public Interactions(int users, int items, int[] firstEvent, int[] item, long[] time) {
    this(users, items, firstEvent, item, time, Features.none(item.length));
  }

  /**
   * Sorts events that come in any order: by user, then time, then the order given.
   *
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   */
  public static Interactions of(int users, int items, int[] user, int[] item, long[] time) {
    return of(users, items, user, item, time, Features.none(item.length));
  }

  /**
   * Sorts events of which more is known.
   *
   * @param context a row for each event, in the order given
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   */
  public static Interactions of(
      int users, int items, int[] user, int[] item, long[] time, Features context) {
    require(
        user.length == item.length && item.length == time.length, "columns must be of one length");
    var firstEvent = new int[users + 1];
    for (int u : user) {
      require(u >= 0 && u < users, "user number out of range");
      firstEvent[u + 1]++;
    }
    Arrays.parallelPrefix(firstEvent, Integer::sum);
    int[] order = byUser(user, firstEvent);
    for (int u = 0; u < users; u++) {
      sortByTime(order, firstEvent[u], firstEvent[u + 1], time);
    }
    return new Interactions(
        users, items, firstEvent, pick(item, order), pick(time, order), context.pick(order));
  }

  /** Number of events. */
  public int events() {
    return item.length;
  }

  /** Number of events of one user. */
  public int events(int user) {
    return firstEvent[user + 1] - firstEvent[user];
  }

  /** The items of one user's events, oldest first; a fresh array. */
  public int[] history(int user) {
    return Arrays.copyOfRange(item, firstEvent[user], firstEvent[user + 1]);
  }

  /** The time of the last event of a user who has one. */
  public long lastTime(int user) {
    return time[firstEvent[user + 1] - 1];
  }

  /** For each item its number of events; a fresh array. */
  public int[] eventsOfItems() {
    var events = new int[items];
    for (int one : item) {
      events[one]++;
    }
    return events;
  }

  /** How many of a user's events came before a time: the oldest ones. */
  public int before(int user, long time) {
    int from = firstEvent[user];
    return Sorted.first(from, firstEvent[user + 1], at -> this.time[at] >= time) - from;
  }

  /**
   * What a request can tell as well: the categories of the context but {@code EVENT_TYPE}. Numbers,
   * such as a price, are known only once the event is there.
   */
  public Features requestContext() {
    return new Features(
        events(),
        context.without(KNOWN_AFTERWARDS).columns().stream()
            .filter(Features.Categories.class::isInstance)
            .toList());
  }

  /**
   * The same users and items with only the oldest events of each user.
   *
   * @param kept for a user, how many events to keep, 0 to {@link #events(int)}
   */
  public Interactions oldest(IntUnaryOperator kept) {
    var firsts = new int[users + 1];
    for (int user = 0; user < users; user++) {
      firsts[user + 1] = firsts[user] + kept.applyAsInt(user);
    }
    var events = new int[firsts[users]];
    for (int user = 0; user < users; user++) {
      for (int at = firsts[user]; at < firsts[user + 1]; at++) {
        events[at] = firstEvent[user] + at - firsts[user];
      }
    }
    return new Interactions(
        users, items, firsts, pick(item, events), pick(time, events), context.pick(events));
  }

  private static int[] byUser(int[] user, int[] firstEvent) {
    var next = firstEvent.clone();
    var order = new int[user.length];
    for (int event = 0; event < user.length; event++) {
      order[next[user[event]]++] = event;
    }
    return order;
  }

  private static void sortByTime(int[] order, int from, int to, long[] time) {
    boolean sorted = true;
    for (int at = from + 1; at < to && sorted; at++) {
      sorted = time[order[at - 1]] <= time[order[at]];
    }
    if (!sorted) {
      Integer[] boxed = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, (a, b) -> Long.compare(time[a], time[b]));
      for (int at = from; at < to; at++) {
        order[at] = boxed[at - from];
      }
    }
  }

  private static int[] pick(int[] column, int[] order) {
    var picked = new int[order.length];
    Arrays.setAll(picked, at -> column[order[at]]);
    return picked;
  }

  private static long[] pick(long[] column, int[] order) {
    var picked = new long[order.length];
    Arrays.setAll(picked, at -> column[order[at]]);
    return picked;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
