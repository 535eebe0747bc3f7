package dev.maitred.recommend.emanet;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Items that stand for all others in the softmax of a batch, drawn evenly and each at most once.
 * Their logits are raised by log(items / drawn), so that together they weigh what all would.
 */
final class Negatives {

  private static final int NOT_DRAWN = -1;

  /** All items, those that are drawn first. */
  private final int[] order;

  /** For each place the one that it was swapped with. */
  private final int[] swapped;

  private final int[] place;

  Negatives(int items, int count) {
    this.order = new int[items];
    Arrays.setAll(order, item -> item);
    this.place = new int[items];
    Arrays.fill(place, NOT_DRAWN);
    this.swapped = new int[Math.min(items, count)];
    Arrays.setAll(swapped, at -> at);
  }

  int count() {
    return swapped.length;
  }

  /** What each logit is raised by. */
  float correction() {
    return (float) Math.log((double) order.length / count());
  }

  /** Draws others, which depend on the random numbers alone. */
  void draw(SplittableRandom random) {
    putBack();
    for (int at = 0; at < count(); at++) {
      swapped[at] = random.nextInt(at, order.length);
      swap(at, swapped[at]);
      place[order[at]] = at;
    }
  }

  private void putBack() {
    for (int at = count() - 1; at >= 0; at--) {
      place[order[at]] = NOT_DRAWN;
      swap(at, swapped[at]);
    }
  }

  private void swap(int one, int other) {
    int item = order[one];
    order[one] = order[other];
    order[other] = item;
  }

  /** The item at a place, from 0 to {@link #count}. */
  int item(int at) {
    return order[at];
  }

  /** The place of an item, or a negative number if it was not drawn. */
  int place(int item) {
    return place[item];
  }
}
