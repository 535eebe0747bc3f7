package dev.maitred.recommend.emanet;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Exponential;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Users' vectors from states, at all positions of a share, and the way back. */
final class GatedLayer {

  private final Shape shape;
  private final Dropout dropout;
  private float[] inner = {};
  private float[] gated = {};
  private float[] kept = {};
  private float[] byInner = {};
  private float[] byGated = {};

  GatedLayer(Shape shape, Dropout dropout) {
    this.shape = shape;
    this.dropout = dropout;
  }

  private void makeRoom(int positions) {
    if (kept.length < positions * shape.hidden()) {
      inner = new float[positions * shape.layer()];
      gated = new float[positions * shape.hidden()];
      kept = new float[positions * shape.hidden()];
      byInner = new float[positions * shape.layer()];
      byGated = new float[positions * shape.hidden()];
    }
  }

  /** Fills in the users' vectors, a row for each position. */
  void forward(
      int positions,
      float[] states,
      Parameters parameters,
      SplittableRandom random,
      float[] users) {
    makeRoom(positions);
    Product.of(
        Matrix.of(states, positions, shape.state()),
        Matrix.of(parameters.layer(), shape.state(), shape.layer()),
        0,
        Matrix.of(inner, positions, shape.layer()));
    dropout.fill(kept, positions * shape.hidden(), random);
    for (int position = 0; position < positions; position++) {
      gate(position, parameters.layerBias(), users);
    }
    Product.of(
        Matrix.of(gated, positions, shape.hidden()),
        Matrix.of(parameters.out(), shape.hidden(), shape.dimension()),
        1,
        Matrix.of(users, positions, shape.dimension()));
  }

  /** Leaves a and σ(b) in {@code inner}, their product in {@code gated}, the skip in the vector. */
  private void gate(int position, float[] bias, float[] users) {
    int hidden = shape.hidden();
    int a = position * shape.layer();
    int b = a + hidden;
    int skip = b + hidden;
    for (int k = 0; k < hidden; k++) {
      inner[a + k] += bias[k];
    }
    for (int k = 0; k < hidden; k++) {
      inner[b + k] = 1 / (1 + Exponential.of(-inner[b + k] - bias[hidden + k]));
    }
    int into = position * hidden;
    for (int k = 0; k < hidden; k++) {
      gated[into + k] = inner[a + k] * inner[b + k] * kept[into + k];
    }
    int user = position * shape.dimension();
    for (int k = 0; k < shape.dimension(); k++) {
      users[user + k] = inner[skip + k] + bias[2 * hidden + k];
    }
  }

  /**
   * Adds up the slopes by the parameters, and fills in those by the states.
   *
   * @param byUser the slope by each user's vector
   */
  void back(
      int positions,
      float[] states,
      Parameters parameters,
      float[] byUser,
      float[] byState,
      Gradient gradient) {
    Matrix user = Matrix.of(byUser, positions, shape.dimension());
    Matrix out = Matrix.of(parameters.out(), shape.hidden(), shape.dimension());
    Product.byTransposed(user, out, 0, Matrix.of(byGated, positions, shape.hidden()));
    Product.ofTransposed(
        Matrix.of(gated, positions, shape.hidden()),
        user,
        0,
        Matrix.of(gradient.out(), shape.hidden(), shape.dimension()));
    Arrays.fill(gradient.layerBias(), 0);
    for (int position = 0; position < positions; position++) {
      gateBack(position, byUser, gradient.layerBias());
    }
    Matrix inside = Matrix.of(byInner, positions, shape.layer());
    Matrix state = Matrix.of(states, positions, shape.state());
    Product.ofTransposed(
        state, inside, 0, Matrix.of(gradient.layer(), shape.state(), shape.layer()));
    Product.byTransposed(
        inside,
        Matrix.of(parameters.layer(), shape.state(), shape.layer()),
        0,
        Matrix.of(byState, positions, shape.state()));
  }

  private void gateBack(int position, float[] byUser, float[] byBias) {
    int hidden = shape.hidden();
    int a = position * shape.layer();
    int b = a + hidden;
    int from = position * hidden;
    for (int k = 0; k < hidden; k++) {
      byInner[a + k] = byGated[from + k] * kept[from + k] * inner[b + k];
    }
    for (int k = 0; k < hidden; k++) {
      byInner[b + k] = byInner[a + k] * inner[a + k] * (1 - inner[b + k]);
    }
    System.arraycopy(byUser, position * shape.dimension(), byInner, b + hidden, shape.dimension());
    for (int k = 0; k < shape.layer(); k++) {
      byBias[k] += byInner[a + k];
    }
  }
}
