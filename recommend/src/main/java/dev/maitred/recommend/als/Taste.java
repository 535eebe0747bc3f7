package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;

/**
 * A user's vector u, solved from a history: A·u = Σ w·f over the events. The score of an item i is
 * f(i)·u = Σ w · f(i)·A⁻¹·f over the events, which tells exactly what each event adds (Hu et al.
 * 2008, section 5).
 */
public final class Taste {

  private final Equations equations;
  private final int[] history;
  private final float[] weights;
  private final Cholesky left;
  private final double[] vector;

  private Taste(
      Equations equations, int[] history, float[] weights, Cholesky left, double[] vector) {
    this.equations = equations;
    this.history = history;
    this.weights = weights;
    this.left = left;
    this.vector = vector;
  }

  static Taste of(Equations equations, int[] history, float[] weights) {
    int from = 0;
    while (from < history.length && weights[from] == 0) {
      from++;
    }
    Equations.Room room = equations.new Room(history.length - from);
    room.fill(history, weights, from, history.length, Progress.none());
    Cholesky left = Cholesky.of(room.leftMatrix());
    var vector = new double[equations.rank()];
    for (int at = 0; at < vector.length; at++) {
      vector[at] = room.right[at];
    }
    left.solve(vector);
    return new Taste(equations, history.clone(), weights, left, vector);
  }

  /** The vector; a fresh array. */
  public float[] vector() {
    var rounded = new float[vector.length];
    for (int at = 0; at < rounded.length; at++) {
      rounded[at] = (float) vector[at];
    }
    return rounded;
  }

  /** What each event of the history adds to the score of an item; the parts sum up to the score. */
  public float[] parts(int item) {
    var reach = new double[vector.length];
    for (int at = 0; at < reach.length; at++) {
      reach[at] = equations.factors()[item * reach.length + at];
    }
    left.solve(reach);
    var parts = new float[history.length];
    for (int event = 0; event < parts.length; event++) {
      parts[event] =
          weights[event] == 0 ? 0 : (float) (weights[event] * dot(reach, history[event]));
    }
    return parts;
  }

  private double dot(double[] one, int item) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * equations.factors()[item * one.length + at];
    }
    return sum;
  }
}
