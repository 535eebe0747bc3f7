package dev.maitred.recommend.kernel;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Selects the best few of many scores in one pass: a heap of the best so far, its worst at the
 * root. Equal scores are ordered by item number; scores that are NaN or −∞ are never selected.
 */
public final class TopItems {

  private final float[] scores;
  private final int[] heap;
  private int size;

  private TopItems(float[] scores, int limit) {
    this.scores = scores;
    this.heap = new int[limit];
  }

  /** The items with the highest scores that pass the filter, best first. */
  public static int[] select(float[] scores, int limit, IntPredicate filter) {
    return select(scores, scores.length, limit, filter);
  }

  /** The same among the first items. */
  public static int[] select(float[] scores, int items, int limit, IntPredicate filter) {
    var top = new TopItems(scores, Math.min(limit, items));
    for (int item = 0; item < items; item++) {
      if (top.wants(item) && filter.test(item)) {
        top.add(item);
      }
    }
    return top.bestFirst();
  }

  private boolean wants(int item) {
    float score = scores[item];
    return score > Float.NEGATIVE_INFINITY
        && (size < heap.length || (size > 0 && score > scores[heap[0]]));
  }

  private void add(int item) {
    if (size < heap.length) {
      heap[size] = item;
      rise(size++);
    } else {
      heap[0] = item;
      sink(0);
    }
  }

  private int[] bestFirst() {
    int[] items = new int[size];
    while (size > 0) {
      items[size - 1] = heap[0];
      heap[0] = heap[--size];
      sink(0);
    }
    return items;
  }

  private void rise(int place) {
    while (place > 0 && worse(heap[place], heap[(place - 1) / 2])) {
      swap(place, (place - 1) / 2);
      place = (place - 1) / 2;
    }
  }

  private void sink(int place) {
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && worse(heap[child + 1], heap[child])) {
        child++;
      }
      if (!worse(heap[child], heap[place])) {
        return;
      }
      swap(place, child);
      place = child;
    }
  }

  private boolean worse(int one, int other) {
    return scores[one] < scores[other] || (scores[one] == scores[other] && one > other);
  }

  private void swap(int one, int other) {
    int item = heap[one];
    heap[one] = heap[other];
    heap[other] = item;
  }

  /** The first items of an order that pass the filter. */
  public static int[] first(int[] order, int limit, IntPredicate filter) {
    return Arrays.stream(order).filter(filter).limit(limit).toArray();
  }
}
