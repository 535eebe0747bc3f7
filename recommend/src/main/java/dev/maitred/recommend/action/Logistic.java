package dev.maitred.recommend.action;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;
import dev.maitred.recommend.dense.Matrix;
import java.util.List;

/**
 * Logistic regression that is drawn towards given weights: the w for which Σ log(1 + e^(−y·w·x)) +
 * ridge/2 · |w − prior|² is least, by Newton's method. The fewer the examples, the nearer the
 * weights stay to the prior.
 */
final class Logistic {

  private static final int MOST_STEPS = 25;
  private static final double CONVERGED = 1e-5;

  private Logistic() {}

  /** What happened once: the inputs, and whether the action was taken. */
  record Example(float[] x, boolean taken) {}

  static float[] fit(List<Example> examples, float[] prior, double ridge, Progress progress) {
    float[] weights = prior.clone();
    for (int step = 0; step < MOST_STEPS; step++) {
      float[] change = step(examples, weights, prior, ridge, progress);
      double size = 0;
      for (int at = 0; at < weights.length; at++) {
        weights[at] += change[at];
        size = Math.max(size, Math.abs(change[at]));
      }
      if (size < CONVERGED) {
        break;
      }
    }
    return weights;
  }

  private static float[] step(
      List<Example> examples, float[] weights, float[] prior, double ridge, Progress progress) {
    int size = weights.length;
    var slope = new double[size];
    var curvature = new double[size][size];
    for (Example example : examples) {
      progress.check();
      add(example, chance(dot(weights, example.x())), slope, curvature);
    }
    var matrix = new float[size * size];
    var right = new float[size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        matrix[column * size + row] = (float) curvature[row][column];
      }
      matrix[row * size + row] += (float) ridge;
      right[row] = (float) (slope[row] - ridge * (weights[row] - prior[row]));
    }
    Cholesky.solve(Matrix.of(matrix, size, size), right);
    return bounded(right);
  }

  /** A step from far away may overshoot; within this length it always comes back. */
  private static float[] bounded(float[] step) {
    float largest = 0;
    for (float change : step) {
      largest = Math.max(largest, Math.abs(change));
    }
    float scale = largest > 2 ? 2 / largest : 1;
    for (int at = 0; at < step.length; at++) {
      step[at] *= scale;
    }
    return step;
  }

  private static void add(Example example, double chance, double[] slope, double[][] curvature) {
    float[] x = example.x();
    double left = (example.taken() ? 1 : 0) - chance;
    double weight = Math.max(1e-6, chance * (1 - chance));
    for (int row = 0; row < x.length; row++) {
      if (x[row] != 0) {
        slope[row] += left * x[row];
        double factor = weight * x[row];
        double[] line = curvature[row];
        for (int column = 0; column <= row; column++) {
          line[column] += factor * x[column];
        }
      }
    }
  }

  /** w·x. */
  static double dot(float[] weights, float[] x) {
    double sum = 0;
    for (int at = 0; at < x.length; at++) {
      sum += (double) weights[at] * x[at];
    }
    return sum;
  }

  /** 1 / (1 + e^−logit). */
  static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
