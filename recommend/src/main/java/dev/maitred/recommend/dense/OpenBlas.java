package dev.maitred.recommend.dense;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.slf4j.LoggerFactory;

/** The few routines of OpenBLAS used here, on tiles of row-major matrices, one thread each. */
final class OpenBlas {

  /** Whether the library is there for this platform. */
  static final boolean LOADED = load();

  private OpenBlas() {}

  private static boolean load() {
    try {
      org.bytedeco.javacpp.Loader.load(openblas.class);
      openblas_nolapack.blas_set_num_threads(1);
      return true;
    } catch (LinkageError | RuntimeException e) {
      LoggerFactory.getLogger(OpenBlas.class)
          .info(
              "OpenBLAS can't be loaded ({}): using plain Java, about ten times slower",
              e.toString());
      return false;
    }
  }

  /** Replaces the lower half of a tile G by L with L·Lᵀ = G. */
  static void factor(Tile tile, int size) {
    // A row-major lower half is a column-major upper half.
    int failed =
        openblas.LAPACKE_spotrf(
            openblas.LAPACK_COL_MAJOR, (byte) 'U', size, tile.address(), tile.stride());
    if (failed != 0) {
      throw new ArithmeticException("the matrix is not positive definite");
    }
  }

  /** Replaces a tile B by B·L⁻ᵀ. */
  static void divideByTransposed(Tile lower, Tile tile, int rows, int columns) {
    openblas.cblas_strsm(
        openblas.CblasRowMajor,
        openblas.CblasRight,
        openblas.CblasLower,
        openblas.CblasTrans,
        openblas.CblasNonUnit,
        rows,
        columns,
        1,
        lower.address(),
        lower.stride(),
        tile.address(),
        tile.stride());
  }

  /** Replaces a tile B by L⁻¹·B, or by L⁻ᵀ·B. */
  static void divide(Tile lower, boolean transposed, Tile tile, int rows, int columns) {
    openblas.cblas_strsm(
        openblas.CblasRowMajor,
        openblas.CblasLeft,
        openblas.CblasLower,
        transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
        openblas.CblasNonUnit,
        rows,
        columns,
        1,
        lower.address(),
        lower.stride(),
        tile.address(),
        tile.stride());
  }

  /** Takes A·Bᵀ from C, where C has the given rows and columns and A and B the given depth. */
  static void subtractProduct(Tile a, Tile b, Tile c, int rows, int columns, int depth) {
    openblas.cblas_sgemm(
        openblas.CblasRowMajor,
        openblas.CblasNoTrans,
        openblas.CblasTrans,
        rows,
        columns,
        depth,
        -1,
        a.address(),
        a.stride(),
        b.address(),
        b.stride(),
        1,
        c.address(),
        c.stride());
  }
}
