package dev.maitred.recommend.emanet;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) for one array of parameters: steps in the direction of the
 * mean slope, divided by the root of the mean square of the slope, both fading.
 */
final class Adam {

  private static final float MEAN = 0.1f;
  private static final float SQUARE = 0.02f;
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
   * The step that is taken, from 1: the corrections for means that began at zero.
   *
   * @param rate the step's size over the mean's correction
   * @param root one over the square's correction
   */
  record Step(float rate, float root) {
    static Step of(long number, double rate) {
      return new Step(
          (float) (rate / (1 - Math.pow(1 - MEAN, number))),
          (float) (1 / (1 - Math.pow(1 - SQUARE, number))));
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
}
