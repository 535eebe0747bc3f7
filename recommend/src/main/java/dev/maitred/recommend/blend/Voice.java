package dev.maitred.recommend.blend;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** What a {@link Component} says in one situation. Not for use by two threads. */
interface Voice {

  /**
   * Names the items that it puts highest, in no order; some components put none high.
   *
   * @param most how many it names at most
   * @param allowed which may be named
   */
  default void best(int most, IntPredicate allowed, IntConsumer into) {}

  /**
   * Fills in the signals of some items.
   *
   * @param items whose
   * @param from the first place in {@code items}
   * @param count the number of places
   * @param into for each signal {@code count} places; what was there is overwritten
   */
  void fill(int[] items, int from, int count, float[][] into);

  /**
   * Adds the weighed sum of the signals of every item.
   *
   * @param weights of the signals, from the place {@code first} on
   * @param scores one for each item
   */
  void addAll(float[] weights, int first, float[] scores);
}
