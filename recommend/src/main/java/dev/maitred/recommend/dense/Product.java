package dev.maitred.recommend.dense;

import java.util.Arrays;

/**
 * Products of matrices, by OpenBLAS on the calling thread, or in plain Java where it can't be
 * loaded. The same shapes and numbers give the same result on one kind of processor.
 */
public final class Product {

  private Product() {}

  /** C = keep · C + A·B. */
  public static void of(Matrix a, Matrix b, float keep, Matrix c) {
    require(a.columns() == b.rows() && c.rows() == a.rows() && c.columns() == b.columns());
    if (OpenBlas.LOADED && a.rows() == 1) {
      OpenBlas.multiply(a, b, true, keep, c);
    } else if (OpenBlas.LOADED) {
      OpenBlas.multiply(a, false, b, false, keep, c, a.columns());
    } else {
      scale(c, keep);
      for (int row = 0; row < a.rows(); row++) {
        for (int k = 0; k < a.columns(); k++) {
          addTimes(b, k, a.values()[a.at() + row * a.stride() + k], c, row);
        }
      }
    }
  }

  /** C = keep · C + Aᵀ·B. */
  public static void ofTransposed(Matrix a, Matrix b, float keep, Matrix c) {
    require(a.rows() == b.rows() && c.rows() == a.columns() && c.columns() == b.columns());
    if (OpenBlas.LOADED) {
      OpenBlas.multiply(a, true, b, false, keep, c, a.rows());
    } else {
      scale(c, keep);
      for (int k = 0; k < a.rows(); k++) {
        for (int row = 0; row < a.columns(); row++) {
          addTimes(b, k, a.values()[a.at() + k * a.stride() + row], c, row);
        }
      }
    }
  }

  /** C = keep · C + A·Bᵀ. */
  public static void byTransposed(Matrix a, Matrix b, float keep, Matrix c) {
    require(a.columns() == b.columns() && c.rows() == a.rows() && c.columns() == b.rows());
    if (OpenBlas.LOADED && a.rows() == 1) {
      OpenBlas.multiply(a, b, false, keep, c);
    } else if (OpenBlas.LOADED) {
      OpenBlas.multiply(a, false, b, true, keep, c, a.columns());
    } else {
      scale(c, keep);
      for (int row = 0; row < a.rows(); row++) {
        for (int column = 0; column < b.rows(); column++) {
          c.values()[c.at() + row * c.stride() + column] += dot(a, row, b, column);
        }
      }
    }
  }

  /** C = C + Aᵀ·A in the upper half of C; what lies below the diagonal is not to be read. */
  public static void addSquare(Matrix a, Matrix c) {
    require(c.rows() == a.columns() && c.columns() == a.columns());
    if (OpenBlas.LOADED) {
      OpenBlas.addSquare(a, c);
    } else {
      ofTransposed(a, a, 1, c);
    }
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("the matrices do not fit together");
    }
  }

  private static void scale(Matrix c, float keep) {
    for (int row = 0; row < c.rows(); row++) {
      int from = c.at() + row * c.stride();
      if (keep == 0) {
        Arrays.fill(c.values(), from, from + c.columns(), 0);
      } else {
        for (int at = from; at < from + c.columns(); at++) {
          c.values()[at] *= keep;
        }
      }
    }
  }

  private static void addTimes(Matrix from, int row, float factor, Matrix to, int toRow) {
    int source = from.at() + row * from.stride();
    int target = to.at() + toRow * to.stride();
    for (int column = 0; column < to.columns(); column++) {
      to.values()[target + column] += factor * from.values()[source + column];
    }
  }

  private static float dot(Matrix a, int row, Matrix b, int otherRow) {
    int one = a.at() + row * a.stride();
    int other = b.at() + otherRow * b.stride();
    float sum = 0;
    for (int k = 0; k < a.columns(); k++) {
      sum += a.values()[one + k] * b.values()[other + k];
    }
    return sum;
  }
}
