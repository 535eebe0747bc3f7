package dev.maitred.recommend.blend;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Few;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** What a component says whose only signal is the product of each item with a user's vector. */
final class Products implements Voice {

  /** Where more than one item in so many is asked for, all products at once take less time. */
  private static final int ALL_FROM_ONE_IN = 8;

  private static final int BLOCK = 128;

  private final Vectors vectors;
  private final Optional<Cells> cells;
  private final float[] user;
  private final float scale;
  private final Scratch scratch;
  private float[] all = {};

  /**
   * Of one user.
   *
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

  private float[] all() {
    if (all.length == 0) {
      all = scratch.array();
      boolean biased = vectors.bias().length > 0;
      if (biased) {
        System.arraycopy(vectors.bias(), 0, all, 0, all.length);
      }
      addProducts(user, biased ? 1 : 0, all);
    }
    return all;
  }

  private void addProducts(float[] vector, float keep, float[] into) {
    Product.byTransposed(
        Matrix.of(vector, 1, vector.length), vectors.rows(), keep, Matrix.of(into, 1, into.length));
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
    Few found = scratch.few();
    found.clear(0);
    var block = new Block(found);
    for (int cell : cells.best(user)) {
      int end = cells.first()[cell + 1];
      for (int at = cells.first()[cell]; at < end; at++) {
        block.add(cells.item()[at]);
      }
    }
    block.flush();
    int[] items = found.items();
    for (int at :
        TopItems.select(found.values(), found.size(), most, i -> allowed.test(items[i]))) {
      into.accept(items[at]);
    }
  }

  /** Items whose products are found together. */
  private final class Block {
    private final Few found;
    private final int[] items = new int[BLOCK];
    private final float[] rows = new float[BLOCK * vectors.width()];
    private final float[] products = new float[BLOCK];
    private int size;

    Block(Few found) {
      this.found = found;
    }

    void add(int item) {
      int width = vectors.width();
      System.arraycopy(vectors.rows().values(), item * width, rows, size * width, width);
      products[size] = vectors.biasOf(item);
      items[size++] = item;
      if (size == BLOCK) {
        flush();
      }
    }

    void flush() {
      if (size == 0) {
        return;
      }
      Product.byTransposed(
          Matrix.of(user, 1, user.length),
          Matrix.of(rows, size, user.length),
          1,
          Matrix.of(products, 1, size));
      found.expect(size);
      for (int at = 0; at < size; at++) {
        found.add(items[at], products[at]);
      }
      size = 0;
    }
  }

  @Override
  public void fill(int[] items, int from, int count, float[][] into) {
    if (all.length > 0 || count > vectors.items() / ALL_FROM_ONE_IN) {
      float[] products = all();
      for (int at = 0; at < count; at++) {
        into[0][at] = scale * products[items[from + at]];
      }
    } else {
      for (int at = 0; at < count; at++) {
        into[0][at] = scale * vectors.product(user, items[from + at]);
      }
    }
  }

  @Override
  public void addAll(float[] weights, int first, float[] scores) {
    float weight = weights[first] * scale;
    var weighed = new float[user.length];
    for (int k = 0; k < user.length; k++) {
      weighed[k] = weight * user[k];
    }
    addProducts(weighed, 1, scores);
    float[] bias = vectors.bias();
    for (int item = 0; item < bias.length; item++) {
      scores[item] += weight * bias[item];
    }
  }
}
