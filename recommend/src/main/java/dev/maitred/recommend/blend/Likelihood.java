package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;

/**
 * How likely the held-out items of a {@link CaseTable} are under softmax of the weighed signals
 * over the table's items, each counting for as many as it stands for, and how that changes with the
 * weights.
 */
final class Likelihood {

  private static final int CASES_A_PIECE = 64;

  /**
   * Mean loss over the cases, and its first and second derivatives.
   *
   * @param loss − log of the probability of the item held out
   * @param slope one for each weight
   * @param curvature one row for each weight
   */
  record Point(double loss, double[] slope, double[][] curvature) {

    static Point zero(int count) {
      return new Point(0, new double[count], new double[count][count]);
    }

    Point plus(Point other, double factor) {
      for (int one = 0; one < slope.length; one++) {
        slope[one] += factor * other.slope[one];
        for (int two = 0; two < slope.length; two++) {
          curvature[one][two] += factor * other.curvature[one][two];
        }
      }
      return new Point(loss + factor * other.loss, slope, curvature);
    }
  }

  private final CaseTable table;
  private final Progress progress;

  Likelihood(CaseTable table, Progress progress) {
    this.table = table;
    this.progress = progress;
  }

  Point at(double[] weights) {
    int cases = table.rows().size();
    var pieces = new Point[Math.ceilDiv(cases, CASES_A_PIECE)];
    Shards.forEach(
        pieces.length,
        progress,
        piece -> {
          Point sum = Point.zero(weights.length);
          int end = Math.min(cases, (piece + 1) * CASES_A_PIECE);
          for (int at = piece * CASES_A_PIECE; at < end; at++) {
            sum = ofCase(table.rows().get(at), weights, sum);
          }
          pieces[piece] = sum;
        });
    Point mean = Point.zero(weights.length);
    for (Point piece : pieces) {
      mean = mean.plus(piece, 1.0 / cases);
    }
    return mean;
  }

  /** Adds one case to a sum of slopes and curvatures, and answers it with the loss added. */
  private static Point ofCase(CaseTable.Row row, double[] weights, Point sum) {
    var likely = new double[row.items().length];
    double logSum = scores(row, weights, likely);
    double wanted = likely[0];
    int count = weights.length;
    var expected = new double[count];
    var square = new double[count][count];
    for (int item = 0; item < likely.length; item++) {
      double share = Math.exp(likely[item] + row.logWeight()[item] - logSum);
      int from = item * count;
      for (int one = 0; one < count; one++) {
        double value = share * row.values()[from + one];
        expected[one] += value;
        double[] curve = square[one];
        for (int two = 0; two <= one; two++) {
          curve[two] += value * row.values()[from + two];
        }
      }
    }
    for (int one = 0; one < count; one++) {
      sum.slope()[one] += expected[one] - row.values()[one];
      for (int two = 0; two <= one; two++) {
        double curve = square[one][two] - expected[one] * expected[two];
        sum.curvature()[one][two] += curve;
        if (two < one) {
          sum.curvature()[two][one] += curve;
        }
      }
    }
    return new Point(sum.loss() + logSum - wanted, sum.slope(), sum.curvature());
  }

  /** Fills in the score of each item; answers log of the sum that all items stand for. */
  private static double scores(CaseTable.Row row, double[] weights, double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (int item = 0; item < scores.length; item++) {
      double score = 0;
      for (int at = 0; at < weights.length; at++) {
        score += weights[at] * row.values()[item * weights.length + at];
      }
      scores[item] = score;
      max = Math.max(max, score + row.logWeight()[item]);
    }
    double sum = 0;
    for (int item = 0; item < scores.length; item++) {
      sum += Math.exp(scores[item] + row.logWeight()[item] - max);
    }
    return max + Math.log(sum);
  }
}
