package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;

/**
 * The events of each item, and for each event where its user's events begin and end.
 *
 * @param first for each item the index of its first place in {@code event}, and the end
 * @param event event numbers by item, ascending
 * @param start for each event the first event of its user
 * @param end for each event the event after the last of its user
 */
record Occurrences(int[] first, int[] event, int[] start, int[] end) {

  static Occurrences of(Interactions data) {
    var first = new int[data.items() + 1];
    for (int item : data.item()) {
      first[item + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    var next = first.clone();
    var event = new int[data.events()];
    for (int at = 0; at < event.length; at++) {
      event[next[data.item()[at]]++] = at;
    }
    var start = new int[data.events()];
    var end = new int[data.events()];
    for (int user = 0; user < data.users(); user++) {
      int from = data.firstEvent()[user];
      int to = data.firstEvent()[user + 1];
      Arrays.fill(start, from, to, from);
      Arrays.fill(end, from, to, to);
    }
    return new Occurrences(first, event, start, end);
  }
}
