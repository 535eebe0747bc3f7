package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) for one array of parameters: steps in the direction of the
 * mean slope, divided by the root of the mean square of the slope, both fading.
 */
final class Adam {

  static final float MEAN = 0.1f;
  static final float SQUARE = 0.02f;
  private static final float LEAST = 1e-8f;

  private final float[] parameters;
  private final float[] mean;
  private final float[] square;

  Adam(float[] parameters) {
    this.parameters = parameters;
    this.mean = new float[parameters.length];
    this.square = new float[parameters.length];
  }

  /**
   * The step that is taken: the corrections for means that began at zero.
   *
   * @param number of the step, from 1
   * @param rate the step's size over the mean's correction
   * @param root one over the square's correction
   */
  record Step(long number, float rate, float root) {

    /** Before the first one. */
    static final Step NONE = new Step(0, 0, 1);

    static Step of(long number, double rate) {
      return new Step(
          number,
          (float) (rate / (1 - Math.pow(1 - MEAN, number))),
          (float) (1 / (1 - Math.pow(1 - SQUARE, number))));
    }

    /** The step after this one, as large. */
    Step next() {
      return new Step(number + 1, rate, root);
    }

    void write(ModelWriter out) {
      out.putLong(number);
      out.putFloat(rate);
      out.putFloat(root);
    }

    static Step read(ModelReader in) {
      return new Step(in.getLong(), in.getFloat(), in.getFloat());
    }
  }

  /** Moves {@code count} parameters from an index on, by slopes from the start of an array. */
  void move(Step step, int from, int count, float[] slope) {
    for (int at = 0; at < count; at++) {
      float s = slope[at];
      float m = mean[from + at] + MEAN * (s - mean[from + at]);
      float v = square[from + at] + SQUARE * (s * s - square[from + at]);
      mean[from + at] = m;
      square[from + at] = v;
      parameters[from + at] -= step.rate() * m / ((float) Math.sqrt(v * step.root()) + LEAST);
    }
  }

  /**
   * Moves parameters as steps without a slope would.
   *
   * @param meanLeft what is left of the means after them
   * @param squareLeft what is left of the squares after them
   * @param way how far they go together, in steps as large as the last one
   */
  void fade(Step step, int from, int count, float meanLeft, float squareLeft, float way) {
    for (int at = from; at < from + count; at++) {
      float root = (float) Math.sqrt(square[at] * step.root()) + LEAST;
      parameters[at] -= step.rate() * way * mean[at] / root;
      mean[at] *= meanLeft;
      square[at] *= squareLeft;
    }
  }

  void write(ModelWriter out) {
    out.putFloats(parameters);
    out.putFloats(mean);
    out.putFloats(square);
  }

  void read(ModelReader in) {
    for (float[] into : new float[][] {parameters, mean, square}) {
      System.arraycopy(in.getFloats(), 0, into, 0, into.length);
    }
  }
}
