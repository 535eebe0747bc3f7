package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * The sizes of a network.
 *
 * @param items number of items
 * @param dimension numbers in an item's vector
 * @param hidden width of the gated layer
 * @param lags how many of the last items the state holds as they are
 * @param decays γ of each decayed sum, between 0 and 1
 * @param tied whether the vectors that are read are also those that score
 */
record Shape(int items, int dimension, int hidden, int lags, float[] decays, boolean tied) {

  /** Vectors in a state. */
  int parts() {
    return lags + decays.length;
  }

  /** Numbers in a state. */
  int state() {
    return parts() * dimension;
  }

  /** Columns of the first layer: those of Wa, of Wb and of W0, side by side. */
  int layer() {
    return 2 * hidden + dimension;
  }

  /** √(1 − γ²), which keeps a sum of unrelated vectors as long as one of them. */
  float scale(int decay) {
    return (float) Math.sqrt(1 - (double) decays[decay] * decays[decay]);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(items).add(dimension).add(hidden).add(lags).add(decays).add(tied);
  }

  void write(ModelWriter out) {
    out.putInt(items);
    out.putInt(dimension);
    out.putInt(hidden);
    out.putInt(lags);
    out.putFloats(decays);
    out.putInt(tied ? 1 : 0);
  }

  static Shape read(ModelReader in) {
    return new Shape(
        in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getFloats(), in.getInt() == 1);
  }
}
