package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import java.util.Arrays;

/**
 * The linear equations that a row x of one side fulfils while the factors F of the other side stay
 * as they are: (α₀·FᵀF + Σ w·f·fᵀ + λ(x)·I) · x = Σ w·f, summed up over the entries of the row (Hu
 * et al. 2008, equation 4; Rendle et al. 2022, equation 7).
 *
 * @param rank numbers in a row
 * @param factors F, row by row
 * @param base the upper half of α₀·FᵀF
 * @param penalty of the row
 */
record Equations(int rank, float[] factors, float[] base, Penalty penalty) {

  /** Entries taken together: bounds memory for a row of any length, and fits the second cache. */
  private static final int ENTRIES = 512;

  /** The least penalty, as a share of the trace, that keeps floats positive definite. */
  private static final float RESOLVED = 1e-6f;

  /** Room to put the equations of one row after the other in. */
  final class Room {
    private final float[] gathered;
    private final float[] roots;

    /** The left side; only the upper half has meaning. */
    final float[] left = new float[rank * rank];

    /** The right side. */
    final float[] right = new float[rank];

    /** The sum of the weights. */
    double weight;

    /** Room for rows of up to so many entries, or of any number if it is large. */
    Room(int longest) {
      int entries = Math.min(ENTRIES, longest);
      gathered = new float[entries * rank];
      roots = new float[entries];
    }

    /** Fills in the equations of a row that has the entries from one index to another. */
    void fill(int[] column, float[] weights, int from, int to, Progress progress) {
      System.arraycopy(base, 0, left, 0, left.length);
      Arrays.fill(right, 0);
      weight = 0;
      for (int entry = from; entry < to; entry += ENTRIES) {
        progress.check();
        add(column, weights, entry, Math.min(ENTRIES, to - entry));
      }
      float ridge = Math.max((float) penalty.of(weight), RESOLVED * trace());
      for (int at = 0; at < left.length; at += rank + 1) {
        left[at] += ridge;
      }
    }

    private float trace() {
      float sum = 0;
      for (int at = 0; at < left.length; at += rank + 1) {
        sum += left[at];
      }
      return sum;
    }

    private void add(int[] column, float[] weights, int from, int count) {
      for (int at = 0; at < count; at++) {
        float weighed = weights[from + at];
        roots[at] = (float) Math.sqrt(weighed);
        weight += weighed;
        System.arraycopy(factors, column[from + at] * rank, gathered, at * rank, rank);
        if (weighed != 1) {
          scale(at * rank, roots[at]);
        }
      }
      Matrix rows = Matrix.of(gathered, count, rank);
      Product.addSquare(rows, leftMatrix());
      Product.of(Matrix.of(roots, 1, count), rows, 1, Matrix.of(right, 1, rank));
    }

    private void scale(int from, float root) {
      for (int at = from; at < from + rank; at++) {
        gathered[at] *= root;
      }
    }

    /** The left side as a matrix. */
    Matrix leftMatrix() {
      return Matrix.of(left, rank, rank);
    }
  }
}
