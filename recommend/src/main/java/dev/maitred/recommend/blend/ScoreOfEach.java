package dev.maitred.recommend.blend;

import dev.maitred.recommend.kernel.TopItems;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * What a component with a single signal says.
 *
 * @param scores the signal of every item
 */
record ScoreOfEach(float[] scores) implements Voice {

  @Override
  public void best(int most, IntPredicate allowed, IntConsumer into) {
    for (int item : TopItems.select(scores, most, allowed)) {
      into.accept(item);
    }
  }

  @Override
  public void fill(int[] items, int from, int count, float[][] into) {
    for (int at = 0; at < count; at++) {
      into[0][at] = scores[items[from + at]];
    }
  }
}
