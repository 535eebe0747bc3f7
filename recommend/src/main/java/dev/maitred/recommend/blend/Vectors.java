package dev.maitred.recommend.blend;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;

/**
 * A vector and a bias of each item: an item's product with another vector is theirs plus the bias.
 *
 * @param rows the vectors
 * @param bias of each item, or none at all
 */
record Vectors(Matrix rows, float[] bias) {

  /** Number of items. */
  int items() {
    return rows.rows();
  }

  /** Numbers in a vector. */
  int width() {
    return rows.columns();
  }

  float biasOf(int item) {
    return bias.length == 0 ? 0 : bias[item];
  }

  /** Copies an item's vector and bias. */
  void copy(int item, float[] into, int at) {
    System.arraycopy(rows.values(), item * width(), into, at, width());
    into[at + width()] = biasOf(item);
  }

  /**
   * Fills in the products of some items with a vector, each at the item's number.
   *
   * @param from the first item
   * @param end the one after the last
   */
  void products(float[] vector, int from, int end, float[] into) {
    int count = end - from;
    boolean biased = bias.length > 0;
    if (biased) {
      System.arraycopy(bias, from, into, from, count);
    }
    Product.byTransposed(
        Matrix.of(vector, 1, width()),
        new Matrix(rows.values(), from * width(), count, width(), width()),
        biased ? 1 : 0,
        new Matrix(into, from, 1, count, count));
  }

  /** The product of an item with a vector. */
  float product(float[] vector, int item) {
    float[] values = rows.values();
    int from = item * vector.length;
    float even = 0;
    float odd = 0;
    float third = 0;
    float fourth = 0;
    int k = 0;
    for (; k + 3 < vector.length; k += 4) {
      even += vector[k] * values[from + k];
      odd += vector[k + 1] * values[from + k + 1];
      third += vector[k + 2] * values[from + k + 2];
      fourth += vector[k + 3] * values[from + k + 3];
    }
    for (; k < vector.length; k++) {
      even += vector[k] * values[from + k];
    }
    return even + odd + (third + fourth) + biasOf(item);
  }
}
