package dev.maitred.recommend.emanet;

/**
 * The slope of the loss at each position of a batch.
 *
 * @param read by the vector of the item read, a row for each position
 * @param user by the vector of the target is {@code target} times this, the user's vector
 * @param target by the logit of the target
 * @param asked by the vector of each value that is known of the request; empty if none ever is
 */
record Slopes(float[] read, float[] user, float[] target, float[] asked) {

  static Slopes of(Shape shape, int positions) {
    return new Slopes(
        new float[positions * shape.dimension()],
        new float[positions * shape.dimension()],
        new float[positions],
        new float[shape.asked() > 0 ? positions * shape.dimension() : 0]);
  }
}
