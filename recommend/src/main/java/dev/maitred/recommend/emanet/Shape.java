package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;

/**
 * The sizes of a network.
 *
 * @param items number of items
 * @param dimension numbers in an item's vector
 * @param hidden width of the gated layer
 * @param lags how many of the last items the state holds as they are
 * @param decays γ of each decayed sum, between 0 and 1
 * @param asked number of values that may be known of a request
 * @param tied whether the vectors that are read are also those that score
 */
record Shape(
    int items, int dimension, int hidden, int lags, float[] decays, int asked, boolean tied) {

  /** Vectors in a state that come from the history. */
  int parts() {
    return lags + decays.length;
  }

  /** Numbers in a state: those of the history, and last the vector of what is known. */
  int state() {
    return (asked > 0 ? parts() + 1 : parts()) * dimension;
  }

  /** The same with another number of items. */
  Shape with(int others) {
    return new Shape(others, dimension, hidden, lags, decays, asked, tied);
  }

  /** Columns of the first layer: those of Wa, of Wb and of W0, side by side. */
  int layer() {
    return 2 * hidden + dimension;
  }

  /** √(1 − γ²), which keeps a sum of unrelated vectors as long as one of them. */
  float scale(int decay) {
    return (float) Math.sqrt(1 - (double) decays[decay] * decays[decay]);
  }

  /**
   * Fills in the last part of a state that begins at an index: the sum of the vectors of what is
   * known.
   */
  void ask(int[] known, float[] vectors, float[] states, int at) {
    int into = at + parts() * dimension;
    Arrays.fill(states, into, into + dimension, 0);
    for (int value : known) {
      for (int k = 0; k < dimension; k++) {
        states[into + k] += vectors[value * dimension + k];
      }
    }
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(items).add(dimension).add(hidden).add(lags).add(decays).add(asked).add(tied);
  }

  void write(ModelWriter out) {
    out.putInt(items);
    out.putInt(dimension);
    out.putInt(hidden);
    out.putInt(lags);
    out.putFloats(decays);
    out.putInt(asked);
    out.putInt(tied ? 1 : 0);
  }

  static Shape read(ModelReader in) {
    return new Shape(
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getFloats(),
        in.getInt(),
        in.getInt() == 1);
  }
}
