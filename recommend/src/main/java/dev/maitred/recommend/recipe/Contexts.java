package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Stretches of events that belong together, numbered as if each were a user.
 *
 * @param events the events by context, in order
 * @param latest the contexts that are their user's last one
 */
record Contexts(Interactions events, BitSet latest) {

  private static final int MINUTE = 60;

  /** What makes events belong together. */
  enum Kind {
    /** They are of one user. */
    HISTORY(Long.MAX_VALUE),
    /** They are of one user with no half hour between them, as web statistics count visits. */
    SESSION(30 * MINUTE),
    /** They are of one user with no half hour between them, whatever their order. */
    BASKET(30 * MINUTE);

    private final long longestPause;

    Kind(long longestPause) {
      this.longestPause = longestPause;
    }

    boolean ordered() {
      return this != BASKET;
    }
  }

  /**
   * Splits the events of each user.
   *
   * @param seed of the order in baskets, in which each item is kept once
   */
  static Contexts of(Interactions data, Kind kind, long seed) {
    var random = new SplittableRandom(seed);
    List<int[]> contexts = new ArrayList<>();
    var latest = new BitSet();
    for (int user = 0; user < data.users(); user++) {
      int end = data.firstEvent()[user + 1];
      int from = data.firstEvent()[user];
      for (int event = from; event < end; event++) {
        boolean last = event + 1 == end;
        if (last || data.time()[event + 1] - data.time()[event] > kind.longestPause) {
          int[] items = IntStream.rangeClosed(from, event).map(at -> data.item()[at]).toArray();
          contexts.add(kind.ordered() ? items : shuffled(items, random));
          from = event + 1;
        }
      }
      if (data.events(user) > 0) {
        latest.set(contexts.size() - 1);
      }
    }
    return new Contexts(joined(data.items(), contexts), latest);
  }

  private static int[] shuffled(int[] items, SplittableRandom random) {
    int[] distinct = IntStream.of(items).distinct().toArray();
    for (int at = distinct.length - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int item = distinct[at];
      distinct[at] = distinct[other];
      distinct[other] = item;
    }
    return distinct;
  }

  private static Interactions joined(int items, List<int[]> contexts) {
    var first = new int[contexts.size() + 1];
    for (int at = 0; at < contexts.size(); at++) {
      first[at + 1] = first[at] + contexts.get(at).length;
    }
    int[] item = contexts.stream().flatMapToInt(IntStream::of).toArray();
    return new Interactions(contexts.size(), items, first, item, new long[item.length]);
  }

  /** All but the last event of the latest contexts that have two. */
  Interactions training() {
    return events.oldest(at -> events.events(at) - (heldOut(at) ? 1 : 0));
  }

  /** The last events of the latest contexts, each with the one before. */
  List<Pair> pairs() {
    return IntStream.range(0, events.users())
        .filter(this::heldOut)
        .map(at -> events.firstEvent()[at + 1] - 1)
        .mapToObj(last -> new Pair(events.item()[last - 1], events.item()[last]))
        .filter(pair -> pair.given() != pair.wanted())
        .toList();
  }

  private boolean heldOut(int context) {
    return latest.get(context) && events.events(context) > 1;
  }

  /** Two items that went together. */
  record Pair(int given, int wanted) {}
}
