package dev.maitred.recommend.blend;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * How much each part of {@link Signals} counts.
 *
 * @param warm of each signal, for a user with a history; of any sign
 * @param cold of each {@link Standing}, for a user without; popularity's is positive, none negative
 */
record Weights(float[] warm, float[] cold) {

  static Weights of(double[] warm, float[] cold) {
    return new Weights(floats(warm), cold);
  }

  static Weights of(double[] warm, double[] cold) {
    return new Weights(floats(warm), floats(cold));
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int at = 0; at < floats.length; at++) {
      floats[at] = (float) values[at];
    }
    return floats;
  }

  void write(ModelWriter out) {
    out.putFloats(warm);
    out.putFloats(cold);
  }

  static Weights read(ModelReader in) {
    return new Weights(in.getFloats(), in.getFloats());
  }
}
