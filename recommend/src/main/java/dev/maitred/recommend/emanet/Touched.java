package dev.maitred.recommend.emanet;

import java.util.Arrays;

/**
 * The items that a step has to do with, each once, and where they stand in it. It costs what the
 * step is large, whatever the size of the catalogue.
 */
final class Touched {

  private static final int NONE = -1;

  /** For each item its place in {@code items}. */
  private final int[] place;

  private int[] items = {};
  private int count;
  private final Positions inputs = new Positions();
  private final Positions targets = new Positions();

  Touched(int items) {
    place = new int[items];
    Arrays.fill(place, NONE);
  }

  /** For each place the positions of a batch where its item stands, in order. */
  private static final class Positions {
    private int[] first = {};
    private int[] position = {};

    void sort(int[] item, int[] place, int count) {
      if (first.length < count + 2) {
        first = new int[count + 2];
      }
      if (position.length < item.length) {
        position = new int[item.length];
      }
      Arrays.fill(first, 0, count + 2, 0);
      // Two places further on than its end, so that filling in leaves each begin in its place.
      for (int i : item) {
        first[place[i] + 2]++;
      }
      for (int at = 2; at < count + 2; at++) {
        first[at] += first[at - 1];
      }
      for (int at = 0; at < item.length; at++) {
        position[first[place[item[at]] + 1]++] = at;
      }
    }
  }

  /** Finds the items of a batch and its negatives. */
  void find(Batch batch, Negatives negatives) {
    for (int at = 0; at < count; at++) {
      place[items[at]] = NONE;
    }
    count = 0;
    int most = 2 * batch.positions() + negatives.count();
    if (items.length < most) {
      items = new int[most];
    }
    for (int item : batch.input()) {
      add(item);
    }
    for (int item : batch.target()) {
      add(item);
    }
    for (int at = 0; at < negatives.count(); at++) {
      add(negatives.item(at));
    }
    inputs.sort(batch.input(), place, count);
    targets.sort(batch.target(), place, count);
  }

  private void add(int item) {
    if (place[item] == NONE) {
      place[item] = count;
      items[count++] = item;
    }
  }

  /** Number of items. */
  int count() {
    return count;
  }

  /** The item at a place, from 0 to {@link #count}. */
  int item(int at) {
    return items[at];
  }

  /** Index of the first position that reads the item at a place; that of the next one ends it. */
  int firstInput(int at) {
    return inputs.first[at];
  }

  int input(int index) {
    return inputs.position[index];
  }

  /** Index of the first position whose target is the item at a place. */
  int firstTarget(int at) {
    return targets.first[at];
  }

  int target(int index) {
    return targets.position[index];
  }
}
