package dev.maitred.recommend.blend;

/**
 * What a component says of each item whatever the history: a value, and the value times a newness.
 *
 * @param values one for each item
 * @param newness of who asks
 */
record OfEach(float[] values, float newness) implements Voice {

  @Override
  public void fill(int[] items, int from, int count, float[][] into) {
    for (int at = 0; at < count; at++) {
      into[0][at] = values[items[from + at]];
      into[1][at] = newness * into[0][at];
    }
  }

  @Override
  public void addAll(float[] weights, int first, float[] scores) {
    float weight = weights[first] + weights[first + 1] * newness;
    for (int item = 0; item < scores.length; item++) {
      scores[item] += weight * values[item];
    }
  }
}
