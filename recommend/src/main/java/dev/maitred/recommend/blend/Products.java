package dev.maitred.recommend.blend;

import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Few;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** What a component says whose only signal is the product of each item with a user's vector. */
final class Products implements Voice {

  /** Where more than one item in so many is asked for, all products at once take less time. */
  private static final int ALL_FROM_ONE_IN = 8;

  private final Vectors vectors;
  private final Optional<Cells> cells;
  private final float[] user;
  private final float scale;
  private final Scratch scratch;
  private float[] all = {};

  /**
   * Of one user.
   *
   * @param vectors of the items, each at its place in the cells if there are any
   * @param cells of the items, if there are so many that not all are looked at for the best
   * @param scale multiplies a product to make it the signal
   */
  Products(Vectors vectors, Optional<Cells> cells, float[] user, float scale, Scratch scratch) {
    this.vectors = vectors;
    this.cells = cells;
    this.user = user;
    this.scale = scale;
    this.scratch = scratch;
  }

  /** The product at every place. */
  private float[] all() {
    if (all.length == 0) {
      all = scratch.array();
      vectors.products(user, 0, vectors.items(), all);
    }
    return all;
  }

  private int place(int item) {
    return Cells.place(cells, item);
  }

  @Override
  public void best(int most, IntPredicate allowed, IntConsumer into) {
    if (scale == 0) {
      return;
    }
    if (cells.isPresent()) {
      bestOf(cells.get(), most, allowed, into);
    } else {
      for (int item : TopItems.select(all(), most, allowed)) {
        into.accept(item);
      }
    }
  }

  private void bestOf(Cells cells, int most, IntPredicate allowed, IntConsumer into) {
    float[] products = scratch.array();
    Few found = scratch.few();
    found.clear(0);
    for (int cell : cells.best(user)) {
      int from = cells.first()[cell];
      int end = cells.first()[cell + 1];
      vectors.products(user, from, end, products);
      found.expect(end - from);
      for (int at = from; at < end; at++) {
        found.add(cells.item()[at], products[at]);
      }
    }
    int[] items = found.items();
    for (int at :
        TopItems.select(found.values(), found.size(), most, i -> allowed.test(items[i]))) {
      into.accept(items[at]);
    }
  }

  @Override
  public void fill(int[] items, int from, int count, float[][] into) {
    if (all.length > 0 || count > vectors.items() / ALL_FROM_ONE_IN) {
      float[] products = all();
      for (int at = 0; at < count; at++) {
        into[0][at] = scale * products[place(items[from + at])];
      }
    } else {
      for (int at = 0; at < count; at++) {
        into[0][at] = scale * vectors.product(user, place(items[from + at]));
      }
    }
  }

  @Override
  public void addAll(float[] weights, int first, float[] scores) {
    float weight = weights[first] * scale;
    float[] products = all();
    for (int item = 0; item < scores.length; item++) {
      scores[item] += weight * products[place(item)];
    }
  }
}
