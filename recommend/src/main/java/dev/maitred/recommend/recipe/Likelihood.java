package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.Softmax;
import java.util.List;

/**
 * How likely the held-out items are under softmax over all trained items of the weighed signals,
 * and how that changes with the weights.
 */
final class Likelihood {

  /** Items less likely than this don't count in the curvature. */
  private static final double NEGLIGIBLE = 1e-7;

  private static final int CASES_A_PIECE = 16;

  /**
   * Mean loss over the cases, and its first and second derivatives.
   *
   * @param loss − log of the probability of the item held out
   * @param slope one for each weight
   * @param curvature one row for each weight
   */
  record Point(double loss, double[] slope, double[][] curvature) {}

  private final Signals signals;
  private final List<HeldOut.Case> cases;
  private final Progress progress;

  Likelihood(Signals signals, List<HeldOut.Case> cases, Progress progress) {
    this.signals = signals;
    this.cases = cases;
    this.progress = progress;
  }

  Point at(double[] weights) {
    var points = new Point[cases.size()];
    Shards.forEach(
        Math.ceilDiv(points.length, CASES_A_PIECE),
        progress,
        piece -> {
          var computed = new float[signals.count()][signals.items()];
          var likely = new double[signals.items()];
          int end = Math.min(points.length, (piece + 1) * CASES_A_PIECE);
          for (int at = piece * CASES_A_PIECE; at < end; at++) {
            signals.compute(cases.get(at).history(), computed);
            points[at] = ofCase(cases.get(at).next(), weights, computed, likely);
          }
        });
    return mean(points, weights.length);
  }

  private Point ofCase(int next, double[] weights, float[][] computed, double[] likely) {
    double logSum = softmax(weights, computed, likely);
    int count = weights.length;
    var expected = new double[count];
    var curvature = new double[count][count];
    for (int item = 0; item < likely.length; item++) {
      if (likely[item] > NEGLIGIBLE) {
        for (int one = 0; one < count; one++) {
          double share = likely[item] * computed[one][item];
          expected[one] += share;
          for (int other = 0; other <= one; other++) {
            curvature[one][other] += share * computed[other][item];
          }
        }
      }
    }
    double loss = logSum;
    for (int one = 0; one < count; one++) {
      loss -= weights[one] * computed[one][next];
      for (int other = 0; other <= one; other++) {
        curvature[one][other] -= expected[one] * expected[other];
      }
    }
    for (int one = 0; one < count; one++) {
      expected[one] -= computed[one][next];
    }
    return new Point(loss, expected, curvature);
  }

  /**
   * Fills in each trained item's probability; answers the logarithm of what they were divided by.
   */
  private double softmax(double[] weights, float[][] computed, double[] likely) {
    for (int item = 0; item < likely.length; item++) {
      likely[item] = Double.NEGATIVE_INFINITY;
      if (signals.popularity().users(item) > 0) {
        double score = 0;
        for (int at = 0; at < weights.length; at++) {
          score += weights[at] * computed[at][item];
        }
        likely[item] = score;
      }
    }
    return Softmax.replace(likely);
  }

  private static Point mean(Point[] points, int count) {
    double loss = 0;
    var slope = new double[count];
    var curvature = new double[count][count];
    for (Point point : points) {
      loss += point.loss() / points.length;
      for (int one = 0; one < count; one++) {
        slope[one] += point.slope()[one] / points.length;
        for (int other = 0; other <= one; other++) {
          curvature[one][other] += point.curvature()[one][other] / points.length;
          curvature[other][one] = curvature[one][other];
        }
      }
    }
    return new Point(loss, slope, curvature);
  }
}
