package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Shards;

/** FᵀF of many rows F, added up in one order whatever the number of threads. */
final class Gram {

  private static final int ROWS_A_PIECE = 4096;

  private Gram() {}

  /** The upper half of factor · FᵀF; what lies below the diagonal is without meaning. */
  static float[] of(float[] factors, int rank, double factor, Progress progress) {
    int rows = factors.length / rank;
    var parts = new float[Math.ceilDiv(rows, ROWS_A_PIECE)][];
    Shards.forEach(
        parts.length,
        progress,
        piece -> {
          int from = piece * ROWS_A_PIECE;
          int count = Math.min(ROWS_A_PIECE, rows - from);
          parts[piece] = new float[rank * rank];
          Product.addSquare(
              new Matrix(factors, from * rank, count, rank, rank),
              Matrix.of(parts[piece], rank, rank));
        });
    return sum(parts, rank * rank, factor);
  }

  private static float[] sum(float[][] parts, int size, double factor) {
    var sum = new float[size];
    for (int at = 0; at < size; at++) {
      double total = 0;
      for (float[] part : parts) {
        total += part[at];
      }
      sum[at] = (float) (factor * total);
    }
    return sum;
  }
}
