package dev.maitred.recommend.emanet;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Items that stand for all others in the softmax of a batch, drawn evenly and each at most once.
 * Their logits are raised by log(items / drawn), so that together they weigh what all would.
 */
final class Negatives {

  private static final int NOT_DRAWN = -1;

  private final int[] order;
  private final int[] place;
  private final int count;

  Negatives(int items, int count) {
    this.order = new int[items];
    Arrays.setAll(order, item -> item);
    this.place = new int[items];
    Arrays.fill(place, NOT_DRAWN);
    this.count = Math.min(items, count);
  }

  int count() {
    return count;
  }

  /** What each logit is raised by. */
  float correction() {
    return (float) Math.log((double) order.length / count);
  }

  void draw(SplittableRandom random) {
    for (int at = 0; at < count; at++) {
      place[order[at]] = NOT_DRAWN;
    }
    for (int at = 0; at < count; at++) {
      int other = random.nextInt(at, order.length);
      int item = order[other];
      order[other] = order[at];
      order[at] = item;
      place[item] = at;
    }
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
