package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The head of a catalogue: the items with the most events, equal ones by number, numbered anew from
 * zero in the order of their numbers in the catalogue. Events of other items keep their places in
 * the histories, so that "three events ago" means the same with and without them.
 *
 * @param items for each number in the head the item in the catalogue, ascending
 * @param number for each item its number in the head, or {@link #OUTSIDE}
 */
record Head(int[] items, int[] number) {

  /** The number of an item outside the head. */
  static final int OUTSIDE = -1;

  private static final int MOST = 3_000;

  /** The items that are learnt from in time cubic in their number: at most {@link #MOST}. */
  static Head of(Interactions data) {
    return of(data, MOST);
  }

  /**
   * The head of the items of some events.
   *
   * @param most the number of items it has if the catalogue has as many
   */
  static Head of(Interactions data, int most) {
    var events = new int[data.items()];
    for (int item : data.item()) {
      events[item]++;
    }
    int[] items =
        IntStream.range(0, events.length)
            .boxed()
            .sorted(Comparator.comparingInt(item -> -events[item]))
            .limit(most)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    var number = new int[events.length];
    Arrays.fill(number, OUTSIDE);
    for (int at = 0; at < items.length; at++) {
      number[items[at]] = at;
    }
    return new Head(items, number);
  }

  int size() {
    return items.length;
  }

  boolean has(int item) {
    return number[item] != OUTSIDE;
  }

  /** For each event the number of its item in the head, or {@link #OUTSIDE}. */
  int[] numbers(Interactions data) {
    return Arrays.stream(data.item()).map(item -> number[item]).toArray();
  }
}
