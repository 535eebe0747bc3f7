package dev.maitred.recommend.linear;

import dev.maitred.recommend.kernel.TopItems;
import java.util.ArrayList;
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
  private static final float FORGETTING = 0.75f;
  private static final int KEPT = 100;

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

  /** For each of the last events, nearest first, how far its list of sessions is merged. */
  private final int[] next;

  private Neighbourhood(PastSessions past, int[] history) {
    this.past = past;
    this.history = history;
    this.events = Math.min(LOOKBACK, history.length);
    this.next = new int[events];
    Arrays.setAll(next, ago -> past.firstOf()[item(ago)]);
  }

  /** The most similar ones, best first, the newer first of equals. */
  static List<Neighbour> of(int[] history, PastSessions past) {
    var all = new Neighbourhood(past, history).merged();
    var similarity = new float[all.size()];
    for (int at = 0; at < similarity.length; at++) {
      similarity[at] = all.get(at).similarity();
    }
    return Arrays.stream(TopItems.select(similarity, KEPT, at -> true)).mapToObj(all::get).toList();
  }

  /** The weight of an event of a history, 0 for those too long ago to count. */
  static float weight(int[] history, int event) {
    int ago = history.length - 1 - event;
    return ago < LOOKBACK ? (float) Math.pow(FORGETTING, ago) : 0;
  }

  private List<Neighbour> merged() {
    var found = new ArrayList<Neighbour>();
    for (int session = newest(); session >= 0 && found.size() < SAMPLED; session = newest()) {
      Neighbour taken = take(session);
      if (tellsMore(session)) {
        found.add(taken);
      }
    }
    return found;
  }

  /** The newest session that was not taken, or a negative number. */
  private int newest() {
    int newest = -1;
    for (int ago = 0; ago < events; ago++) {
      newest = Math.max(newest, head(ago));
    }
    return newest;
  }

  /** Whether a session has an item that the history has not; the user's own has none. */
  private boolean tellsMore(int session) {
    for (int at = past.first()[session]; at < past.first()[session + 1]; at++) {
      int other = past.item()[at];
      if (Arrays.stream(history).noneMatch(item -> item == other)) {
        return true;
      }
    }
    return false;
  }

  private Neighbour take(int session) {
    float similarity = 0;
    int latest = -1;
    for (int ago = 0; ago < events; ago++) {
      if (head(ago) == session) {
        next[ago]++;
        int event = history.length - 1 - ago;
        similarity += weight(history, event);
        latest = Math.max(latest, event);
      }
    }
    return new Neighbour(session, similarity, latest);
  }

  private int head(int ago) {
    return next[ago] < past.firstOf()[item(ago) + 1] ? past.session()[next[ago]] : -1;
  }

  private int item(int ago) {
    return history[history.length - 1 - ago];
  }
}
