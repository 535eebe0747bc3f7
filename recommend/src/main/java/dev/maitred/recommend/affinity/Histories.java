package dev.maitred.recommend.affinity;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The items of all users' events in training, oldest first.
 *
 * @param first for each user the index of their first event, and at the end the number of events
 * @param item the item of each event
 * @param repeats whether users come back to items: one in {@value #ONE_IN} events does
 */
record Histories(int items, int[] first, int[] item, boolean repeats) {

  private static final int ONE_IN = 20;
  private static final double FORGETTING = 0.98;

  static Histories of(Interactions data) {
    int repeated = 0;
    var last = new int[data.items()];
    Arrays.fill(last, -1);
    for (int user = 0; user < data.users(); user++) {
      for (int event = data.firstEvent()[user]; event < data.firstEvent()[user + 1]; event++) {
        repeated += last[data.item()[event]] == user ? 1 : 0;
        last[data.item()[event]] = user;
      }
    }
    boolean repeats = (long) repeated * ONE_IN >= data.events() && repeated > 0;
    return new Histories(data.items(), data.firstEvent(), data.item(), repeats);
  }

  int users() {
    return first.length - 1;
  }

  int events(int user) {
    return first[user + 1] - first[user];
  }

  int[] of(int user) {
    return Arrays.copyOfRange(item, first[user], first[user + 1]);
  }

  boolean had(int user, int wanted) {
    for (int event = first[user]; event < first[user + 1]; event++) {
      if (item[event] == wanted) {
        return true;
      }
    }
    return false;
  }

  /** For each item its number of events. */
  int[] popularity() {
    var events = new int[items];
    for (int one : item) {
      events[one]++;
    }
    return events;
  }

  /** How much of a user's history lies in some items, later events counting more: 0 to 1. */
  double share(int user, BitSet wanted) {
    double weight = 1;
    double all = 0;
    double inside = 0;
    for (int event = first[user + 1] - 1; event >= first[user]; event--) {
      all += weight;
      inside += wanted.get(item[event]) ? weight : 0;
      weight *= FORGETTING;
    }
    return all > 0 ? inside / all : 0;
  }

  void write(ModelWriter out) {
    out.putInt(items);
    out.putInts(first);
    out.putInts(item);
    out.putInt(repeats ? 1 : 0);
  }

  static Histories read(ModelReader in) {
    return new Histories(in.getInt(), in.getInts(), in.getInts(), in.getInt() == 1);
  }
}
