package dev.maitred.recommend.blend;

import dev.maitred.recommend.Query;
import java.util.Arrays;
import java.util.Map;

/**
 * A query as the components see it.
 *
 * @param history the known items of the user's events, oldest first
 * @param places for each of them its index in the history of the query
 * @param user what is known of the user, by column
 * @param context what is known of the request, by column
 */
record Asked(int[] history, int[] places, Map<String, String> user, Map<String, String> context) {

  /** A query of a model that knows that many items. */
  static Asked of(Query query, int items) {
    int[] history = query.history();
    var known = new int[history.length];
    var places = new int[history.length];
    int size = 0;
    for (int event = 0; event < history.length; event++) {
      if (history[event] >= 0 && history[event] < items) {
        known[size] = history[event];
        places[size++] = event;
      }
    }
    return new Asked(
        Arrays.copyOf(known, size), Arrays.copyOf(places, size), query.user(), query.context());
  }

  /** A user of whom nothing but these known items is known. */
  static Asked of(int[] history) {
    var places = new int[history.length];
    Arrays.setAll(places, at -> at);
    return new Asked(history, places, Map.of(), Map.of());
  }

  /** The same user, of whom and of whose request this is known. */
  Asked by(Map<String, String> known, Map<String, String> request) {
    return new Asked(history, places, known, request);
  }

  /** The same as if there were only the last events. */
  Asked last(int events) {
    int from = Math.max(0, history.length - events);
    return of(Arrays.copyOfRange(history, from, history.length)).by(user, context);
  }

  /** 1 for a user without history, falling towards 0 with each event. */
  float newness() {
    return 1f / (1 + history.length);
  }
}
