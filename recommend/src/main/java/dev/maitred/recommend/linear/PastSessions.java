package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The newest distinct items of each user, sessions numbered from the one that ended first, and for
 * each item the newest sessions that have it.
 *
 * @param first for each session the index of its first item, and the end
 * @param item the items of each session, oldest first
 * @param firstOf for each item the index of its newest session, and the end
 * @param session the sessions of each item, newest first
 * @param sessions for each item the number of all sessions that have it
 */
record PastSessions(int[] first, int[] item, int[] firstOf, int[] session, int[] sessions) {

  /** Items of a user that are remembered at most. */
  static final int LONGEST = 100;

  /**
   * Remembers the users with two events or more.
   *
   * @param sampled the most sessions that are kept for an item
   */
  static PastSessions of(Interactions data, int sampled, Progress progress) {
    int[] users =
        IntStream.range(0, data.users())
            .filter(user -> data.events(user) > 1)
            .boxed()
            .sorted(Comparator.comparingLong(data::lastTime))
            .mapToInt(Integer::intValue)
            .toArray();
    progress.check();
    var lists = new int[users.length][];
    Arrays.setAll(lists, at -> newest(data, users[at]));
    progress.check();
    return indexed(lists, data.items(), sampled);
  }

  private static int[] newest(Interactions data, int user) {
    int from = data.firstEvent()[user];
    var backwards = new int[Math.min(LONGEST, data.events(user))];
    int size = 0;
    for (int at = data.firstEvent()[user + 1] - 1; at >= from && size < backwards.length; at--) {
      if (place(data.item()[at], backwards, 0, size) < 0) {
        backwards[size++] = data.item()[at];
      }
    }
    var forwards = new int[size];
    for (int at = 0; at < size; at++) {
      forwards[at] = backwards[size - 1 - at];
    }
    return forwards;
  }

  private static PastSessions indexed(int[][] lists, int items, int sampled) {
    var first = new int[lists.length + 1];
    var sessions = new int[items];
    for (int at = 0; at < lists.length; at++) {
      first[at + 1] = Math.addExact(first[at], lists[at].length);
      for (int had : lists[at]) {
        sessions[had]++;
      }
    }
    var firstOf = new int[items + 1];
    for (int at = 0; at < items; at++) {
      firstOf[at + 1] = firstOf[at] + Math.min(sampled, sessions[at]);
    }
    var next = firstOf.clone();
    var session = new int[firstOf[items]];
    for (int at = lists.length - 1; at >= 0; at--) {
      for (int had : lists[at]) {
        if (next[had] < firstOf[had + 1]) {
          session[next[had]++] = at;
        }
      }
    }
    int[] item = Arrays.stream(lists).flatMapToInt(Arrays::stream).toArray();
    return new PastSessions(first, item, firstOf, session, sessions);
  }

  /** How many there are. */
  int size() {
    return first.length - 1;
  }

  /** Whether a session has an item and is among the sessions that are kept for it. */
  boolean listed(int ofSession, int wanted) {
    int end = firstOf[wanted + 1];
    return end > firstOf[wanted]
        && ofSession >= session[end - 1]
        && placeIn(ofSession, wanted) >= 0;
  }

  /** Where in {@link #item} a session has an item, or a negative number. */
  int placeIn(int ofSession, int wanted) {
    return place(wanted, item, first[ofSession], first[ofSession + 1]);
  }

  private static int place(int wanted, int[] in, int from, int end) {
    for (int at = from; at < end; at++) {
      if (in[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  void write(ModelWriter out) {
    out.putInts(first);
    out.putInts(item);
    out.putInts(firstOf);
    out.putInts(session);
    out.putInts(sessions);
  }

  static PastSessions read(ModelReader in) {
    return new PastSessions(in.getInts(), in.getInts(), in.getInts(), in.getInts(), in.getInts());
  }
}
