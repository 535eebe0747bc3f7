package dev.maitred.recommend.emanet;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Exponential;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * A trained network: the score of every item after a history. Immutable, for use by many threads.
 */
public final class EmaNet {

  /** Older events would weigh less than a thousandth in the slowest sum. */
  private static final int LOOKBACK = 300;

  private final Shape shape;
  private final Parameters parameters;

  EmaNet(Shape shape, Parameters parameters) {
    this.shape = shape;
    this.parameters = parameters;
  }

  Shape shape() {
    return shape;
  }

  Parameters parameters() {
    return parameters;
  }

  /** Number of items. */
  public int items() {
    return shape.items();
  }

  /**
   * Writes the score of every item, a logit, over {@code scores}.
   *
   * @param history known items, oldest first; without any, the scores are those of nobody
   */
  public void scores(int[] history, float[] scores) {
    Matrix user = Matrix.of(user(history), 1, shape.dimension());
    System.arraycopy(parameters.bias(), 0, scores, 0, shape.items());
    Product.byTransposed(
        user,
        Matrix.of(parameters.score(), shape.items(), shape.dimension()),
        1,
        Matrix.of(scores, 1, shape.items()));
  }

  /** The score of one item. */
  public float score(int[] history, int item) {
    float[] user = user(history);
    float score = parameters.bias()[item];
    for (int k = 0; k < user.length; k++) {
      score += user[k] * parameters.score()[item * user.length + k];
    }
    return score;
  }

  /** The user's vector after a history. */
  float[] user(int[] history) {
    float[] state = state(history);
    float[] layer = parameters.layerBias().clone();
    Product.of(
        Matrix.of(state, 1, shape.state()),
        Matrix.of(parameters.layer(), shape.state(), shape.layer()),
        1,
        Matrix.of(layer, 1, shape.layer()));
    int hidden = shape.hidden();
    for (int gate = 0; gate < hidden; gate++) {
      layer[gate] *= 1 / (1 + Exponential.of(-layer[hidden + gate]));
    }
    Matrix user = new Matrix(layer, 2 * hidden, 1, shape.dimension(), shape.dimension());
    Product.of(
        Matrix.of(layer, 1, hidden),
        Matrix.of(parameters.out(), hidden, shape.dimension()),
        1,
        user);
    var vector = new float[shape.dimension()];
    System.arraycopy(layer, 2 * hidden, vector, 0, vector.length);
    return vector;
  }

  private float[] state(int[] history) {
    int d = shape.dimension();
    var state = new float[shape.state()];
    for (int at = Math.max(0, history.length - LOOKBACK); at < history.length; at++) {
      int item = history[at] * d;
      for (int decay = 0; decay < shape.decays().length; decay++) {
        int sum = (shape.lags() + decay) * d;
        float keep = shape.decays()[decay];
        float scale = shape.scale(decay);
        for (int k = 0; k < d; k++) {
          state[sum + k] = keep * state[sum + k] + scale * parameters.read()[item + k];
        }
      }
    }
    for (int lag = 0; lag < Math.min(shape.lags(), history.length); lag++) {
      int item = history[history.length - 1 - lag] * d;
      System.arraycopy(parameters.read(), item, state, lag * d, d);
    }
    return state;
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    shape.write(out);
    parameters.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static EmaNet read(ModelReader in) {
    Shape shape = Shape.read(in);
    return new EmaNet(shape, Parameters.read(shape, in));
  }
}
