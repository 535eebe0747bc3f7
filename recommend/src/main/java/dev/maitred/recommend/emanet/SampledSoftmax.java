package dev.maitred.recommend.emanet;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Exponential;
import dev.maitred.recommend.kernel.Total;
import java.util.Arrays;

/**
 * − log of the share that the next item has among itself and the negatives, its slope, and the way
 * back to the users' vectors. A negative that is the next item itself does not count.
 */
final class SampledSoftmax {

  private static final float NEVER = -1e9f;

  private final Shape shape;
  private float[] logits = {};

  SampledSoftmax(Shape shape) {
    this.shape = shape;
  }

  /**
   * Adds the slopes up.
   *
   * @param users the user's vector at each position of the share
   * @param weight of each position in the loss
   * @param byUser filled with the slope by each user's vector
   * @param byTarget filled with the slope by each target's logit, from {@code share.begin()} on
   * @return the sum of the unweighted losses
   */
  double run(
      Share share,
      Parameters parameters,
      Drawn drawn,
      float[] users,
      float weight,
      float[] byUser,
      float[] byTarget,
      Gradient gradient) {
    int positions = share.positions();
    int count = drawn.bias().length;
    if (logits.length < positions * count) {
      logits = new float[positions * count];
    }
    Matrix user = Matrix.of(users, positions, shape.dimension());
    Matrix negative = Matrix.of(drawn.vectors(), count, shape.dimension());
    Matrix logit = Matrix.of(logits, positions, count);
    Product.byTransposed(user, negative, 0, logit);
    double loss = 0;
    for (int position = 0; position < positions; position++) {
      loss += slopes(share, position, parameters, drawn, users, weight, byTarget);
    }
    Product.of(logit, negative, 0, Matrix.of(byUser, positions, shape.dimension()));
    addTargets(share, parameters, byTarget, byUser);
    Product.ofTransposed(logit, user, 0, Matrix.of(gradient.negatives(), count, shape.dimension()));
    sumColumns(positions, count, gradient.negativeBias());
    return loss;
  }

  /** Turns the logits of one position into slopes. */
  private double slopes(
      Share share,
      int position,
      Parameters parameters,
      Drawn drawn,
      float[] users,
      float weight,
      float[] byTarget) {
    int count = drawn.bias().length;
    int from = position * count;
    int target = share.target(position);
    for (int at = 0; at < count; at++) {
      logits[from + at] += drawn.bias()[at];
    }
    int own = drawn.places().place(target);
    if (own >= 0) {
      logits[from + own] = NEVER;
    }
    float wanted = parameters.bias()[target] + dot(users, position, parameters.score(), target);
    float max = wanted;
    for (int at = 0; at < count; at++) {
      max = Math.max(max, logits[from + at]);
    }
    Exponential.replace(logits, from, count, max);
    if (own >= 0) {
      logits[from + own] = 0;
    }
    float sum = Total.of(logits, from, count);
    float chosen = Exponential.of(wanted - max);
    float scale = weight / (sum + chosen);
    for (int at = 0; at < count; at++) {
      logits[from + at] *= scale;
    }
    byTarget[share.begin() + position] = chosen * scale - weight;
    return Math.log((sum + chosen) / (double) chosen);
  }

  private float dot(float[] users, int position, float[] vectors, int item) {
    int d = shape.dimension();
    float sum = 0;
    for (int k = 0; k < d; k++) {
      sum += users[position * d + k] * vectors[item * d + k];
    }
    return sum;
  }

  private void addTargets(Share share, Parameters parameters, float[] byTarget, float[] byUser) {
    int d = shape.dimension();
    for (int position = 0; position < share.positions(); position++) {
      float slope = byTarget[share.begin() + position];
      int vector = share.target(position) * d;
      for (int k = 0; k < d; k++) {
        byUser[position * d + k] += slope * parameters.score()[vector + k];
      }
    }
  }

  private void sumColumns(int positions, int count, float[] sums) {
    Arrays.fill(sums, 0);
    for (int position = 0; position < positions; position++) {
      for (int at = 0; at < count; at++) {
        sums[at] += logits[position * count + at];
      }
    }
  }
}
