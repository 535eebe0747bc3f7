package dev.maitred.recommend.blend;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * How far the products of all items with a vector u spread, without a look at any item: their mean
 * is m·u and their mean square uᵀ·S·u, where m is the mean of the items' vectors f and S that of
 * f·fᵀ.
 *
 * @param mean m
 * @param square S, row by row, of which the upper half counts
 */
record Spread(float[] mean, float[] square) {

  private static final int ROWS_TOGETHER = 4_096;

  /** A variance that is a smaller share of the mean square is rounding. */
  private static final double ROUNDING = 1e-6;

  private static final double LEAST = 1e-18;

  static Spread of(Matrix rows) {
    int width = rows.columns();
    var sum = new double[width];
    var squares = new double[width * width];
    var part = new float[width * width];
    for (int from = 0; from < rows.rows(); from += ROWS_TOGETHER) {
      int count = Math.min(ROWS_TOGETHER, rows.rows() - from);
      Product.addSquare(
          new Matrix(rows.values(), from * width, count, width, width),
          Matrix.of(part, width, width));
      for (int at = 0; at < part.length; at++) {
        squares[at] += part[at];
        part[at] = 0;
      }
      for (int at = from * width; at < (from + count) * width; at++) {
        sum[at % width] += rows.values()[at];
      }
    }
    return new Spread(divided(sum, rows.rows()), divided(squares, rows.rows()));
  }

  private static float[] divided(double[] sums, int count) {
    var means = new float[sums.length];
    for (int at = 0; at < means.length; at++) {
      means[at] = (float) (sums[at] / Math.max(1, count));
    }
    return means;
  }

  /** One over the standard deviation of the products with u, or 0 where all are equal. */
  float scale(float[] u) {
    double first = 0;
    double second = 0;
    for (int row = 0; row < u.length; row++) {
      first += (double) mean[row] * u[row];
      double sum = 0;
      for (int column = row + 1; column < u.length; column++) {
        sum += square[row * u.length + column] * u[column];
      }
      second += (2 * sum + (double) square[row * u.length + row] * u[row]) * u[row];
    }
    double variance = second - first * first;
    return variance > Math.max(LEAST, ROUNDING * second) ? (float) (1 / Math.sqrt(variance)) : 0;
  }

  void write(ModelWriter out) {
    out.putFloats(mean);
    out.putFloats(square);
  }

  static Spread read(ModelReader in) {
    return new Spread(in.getFloats(), in.getFloats());
  }
}
