package dev.maitred.recommend.linear;

import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.kernel.TopItems;
import java.util.Arrays;
import java.util.List;

/**
 * The past sessions most like a history: those that share the most of its last events, later ones
 * counting more, among the newest that share any. Found by merging the lists of the events' items,
 * which all run from the newest session to the oldest, so that no session is looked at twice and
 * the search ends once enough are found.
 */
final class Neighbourhood {

  /** Sessions that are compared. */
  static final int SAMPLED = 1_000;

  private static final int LOOKBACK = 15;
  private static final int KEPT = 100;
  private static final int END = -1;
  private static final float[] WEIGHTS = Decay.weights(LOOKBACK, 0.75);

  /**
   * A session like a history.
   *
   * @param session its number
   * @param similarity the weights of all events that it shares, added up
   * @param latest the latest event of the history that it shares
   */
  record Neighbour(int session, float similarity, int latest) {}

  private final PastSessions past;
  private final int[] history;
  private final int events;
  private final ItemSet had;

  /** For each of the last events, nearest first, how far its list of sessions is merged. */
  private final int[] next;

  /** For each of them the end of its list. */
  private final int[] end;

  /** For each of them the session that comes next in its list, or {@link #END}. */
  private final int[] head;

  private final int[] session = new int[SAMPLED];
  private final float[] similarity = new float[SAMPLED];
  private final int[] latest = new int[SAMPLED];
  private int found;

  private Neighbourhood(PastSessions past, int[] history) {
    this.past = past;
    this.history = history;
    this.events = Math.min(LOOKBACK, history.length);
    this.had = new ItemSet(history);
    this.next = new int[events];
    this.end = new int[events];
    this.head = new int[events];
    for (int ago = 0; ago < events; ago++) {
      int item = history[history.length - 1 - ago];
      next[ago] = past.firstOf()[item];
      end[ago] = past.firstOf()[item + 1];
      head[ago] = next[ago] < end[ago] ? past.session()[next[ago]] : END;
    }
  }

  /** The most similar ones, best first, the newer first of equals. */
  static List<Neighbour> of(int[] history, PastSessions past) {
    var all = new Neighbourhood(past, history);
    all.merge();
    return Arrays.stream(TopItems.select(all.similarity, all.found, KEPT, at -> true))
        .mapToObj(at -> new Neighbour(all.session[at], all.similarity[at], all.latest[at]))
        .toList();
  }

  /** The weight of an event of a history, 0 for those too long ago to count. */
  static float weight(int[] history, int event) {
    int ago = history.length - 1 - event;
    return ago < LOOKBACK ? WEIGHTS[ago] : 0;
  }

  private void merge() {
    for (int newest = newest(); newest != END && found < SAMPLED; newest = newest()) {
      take(newest);
      if (tellsMore(newest)) {
        found++;
      }
    }
  }

  /** The newest session that was not taken, or {@link #END}. */
  private int newest() {
    int newest = END;
    for (int one : head) {
      newest = Math.max(newest, one);
    }
    return newest;
  }

  /** Whether a session has an item that the history has not; the user's own has none. */
  private boolean tellsMore(int one) {
    for (int at = past.first()[one]; at < past.first()[one + 1]; at++) {
      if (!had.has(past.item()[at])) {
        return true;
      }
    }
    return false;
  }

  /** Notes a session as the next one found, and moves the lists that it heads on. */
  private void take(int one) {
    float sum = 0;
    int nearest = events;
    for (int ago = events - 1; ago >= 0; ago--) {
      if (head[ago] == one) {
        next[ago]++;
        head[ago] = next[ago] < end[ago] ? past.session()[next[ago]] : END;
        sum += WEIGHTS[ago];
        nearest = ago;
      }
    }
    session[found] = one;
    similarity[found] = sum;
    latest[found] = history.length - 1 - nearest;
  }
}
