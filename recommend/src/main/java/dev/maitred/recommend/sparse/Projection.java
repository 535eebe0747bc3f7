package dev.maitred.recommend.sparse;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.SplittableRandom;

/**
 * The few dimensions in which sparse vectors differ most: an orthonormal basis of the space of
 * their leading right singular vectors, found by iteration from random numbers (Halko, Martinsson
 * and Tropp 2011, Finding structure with randomness, algorithm 4.4). Products of projected vectors
 * are those of the truncated singular value decomposition, whose single vectors are not needed.
 *
 * @param dimension numbers in a projected vector
 * @param basis a row for each place of a sparse vector
 */
public record Projection(int dimension, float[] basis) {

  private static final int ROUNDS = 4;
  private static final int ROWS_A_PIECE = 256;

  /**
   * Finds the dimensions.
   *
   * @param most number of dimensions, fewer if the vectors have not as many
   */
  public static Projection of(SparseVectors vectors, int most, long seed, Progress progress) {
    int dimension = Math.min(most, Math.min(vectors.rows(), vectors.width()));
    var basis = new float[Math.multiplyExact(vectors.width(), dimension)];
    var random = new SplittableRandom(seed);
    for (int at = 0; at < basis.length; at++) {
      basis[at] = (float) random.nextGaussian();
    }
    var byPlace = vectors.transposed();
    for (int round = 0; round < ROUNDS && dimension > 0; round++) {
      float[] projected = times(vectors, basis, dimension, progress);
      basis = orthonormal(times(byPlace, projected, dimension, progress), dimension, progress);
    }
    return new Projection(dimension, basis);
  }

  /** The vectors in these dimensions, row by row, each of length 1 or 0. */
  public float[] of(SparseVectors vectors, Progress progress) {
    float[] rows = times(vectors, basis, dimension, progress);
    for (int row = 0; row < vectors.rows(); row++) {
      double squares = 0;
      for (int at = row * dimension; at < (row + 1) * dimension; at++) {
        squares += (double) rows[at] * rows[at];
      }
      float factor = squares > 1e-12 ? (float) (1 / Math.sqrt(squares)) : 0;
      for (int at = row * dimension; at < (row + 1) * dimension; at++) {
        rows[at] *= factor;
      }
    }
    return rows;
  }

  /** A·B for sparse A. */
  private static float[] times(SparseVectors a, float[] b, int width, Progress progress) {
    var product = new float[Math.multiplyExact(a.rows(), width)];
    Shards.forEach(
        Math.ceilDiv(a.rows(), ROWS_A_PIECE),
        progress,
        piece -> {
          int end = Math.min(a.rows(), (piece + 1) * ROWS_A_PIECE);
          for (int row = piece * ROWS_A_PIECE; row < end; row++) {
            for (int at = a.first()[row]; at < a.first()[row + 1]; at++) {
              addTimes(b, a.place()[at] * width, a.value()[at], product, row * width, width);
            }
          }
        });
    return product;
  }

  private static void addTimes(
      float[] from, int source, float factor, float[] to, int target, int count) {
    for (int at = 0; at < count; at++) {
      to[target + at] += factor * from[source + at];
    }
  }

  /** The same space with columns of length 1 at right angles; twice, as rounding asks for. */
  private static float[] orthonormal(float[] columns, int width, Progress progress) {
    float[] once = orthogonal(columns, width, progress);
    return orthogonal(once, width, progress);
  }

  private static float[] orthogonal(float[] columns, int width, Progress progress) {
    int rows = columns.length / width;
    float[] inverse = Orthonormal.inverseFactor(columns, width, progress);
    var product = new float[columns.length];
    Shards.forEach(
        Math.ceilDiv(rows, ROWS_A_PIECE),
        progress,
        piece -> {
          int row = piece * ROWS_A_PIECE;
          int count = Math.min(ROWS_A_PIECE, rows - row);
          Product.of(
              new Matrix(columns, row * width, count, width, width),
              Matrix.of(inverse, width, width),
              0,
              new Matrix(product, row * width, count, width, width));
        });
    return product;
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInt(dimension);
    out.putFloats(basis);
  }

  /** Reads what {@link #write} wrote. */
  public static Projection read(ModelReader in) {
    return new Projection(in.getInt(), in.getFloats());
  }
}
