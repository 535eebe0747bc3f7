package dev.maitred.recommend.dense;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The few routines of OpenBLAS used here, on row-major matrices, one thread each. */
final class OpenBlas {

  /** Whether the library is there for this platform. */
  static final boolean LOADED = load();

  /** Arrays of the heap are passed as they are: a product is over before anything moves them. */
  private static final @Nullable MethodHandle SGEMM = LOADED ? sgemm() : null;

  private static final @Nullable MethodHandle SGEMV = LOADED ? sgemv() : null;
  private static final @Nullable MethodHandle SSYRK = LOADED ? ssyrk() : null;
  private static final @Nullable MethodHandle SPOTRF = LOADED ? spotrf() : null;

  /** How LAPACK, which counts by columns, is told of the upper half of a row-major matrix. */
  private static final byte[] UPPER = {'L'};

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

  private static MethodHandle sgemm() {
    return onHeap(
        "cblas_sgemm",
        FunctionDescriptor.ofVoid(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT));
  }

  private static MethodHandle sgemv() {
    return onHeap(
        "cblas_sgemv",
        FunctionDescriptor.ofVoid(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT));
  }

  private static MethodHandle ssyrk() {
    return onHeap(
        "cblas_ssyrk",
        FunctionDescriptor.ofVoid(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT));
  }

  private static MethodHandle spotrf() {
    return onHeap(
        "spotrf_", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  }

  private static MethodHandle onHeap(String routine, FunctionDescriptor descriptor) {
    return Linker.nativeLinker()
        .downcallHandle(
            SymbolLookup.loaderLookup().find(routine).orElseThrow(),
            descriptor,
            Linker.Option.critical(true));
  }

  private static void requireDefinite(int failed) {
    if (failed != 0) {
      throw new ArithmeticException("the matrix is not positive definite");
    }
  }

  /** C = keep · C + A·B, either factor transposed or not. */
  static void multiply(
      Matrix a,
      boolean aTransposed,
      Matrix b,
      boolean bTransposed,
      float keep,
      Matrix c,
      int depth) {
    try {
      Objects.requireNonNull(SGEMM)
          .invokeExact(
              openblas.CblasRowMajor,
              aTransposed ? openblas.CblasTrans : openblas.CblasNoTrans,
              bTransposed ? openblas.CblasTrans : openblas.CblasNoTrans,
              c.rows(),
              c.columns(),
              depth,
              1f,
              address(a),
              a.stride(),
              address(b),
              b.stride(),
              keep,
              address(c),
              c.stride());
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS can't be called", e);
    }
  }

  /** y = keep · y + B·x, or Bᵀ·x, for the rows x and y; without the copy that a product makes. */
  static void multiply(Matrix x, Matrix b, boolean transposed, float keep, Matrix y) {
    try {
      Objects.requireNonNull(SGEMV)
          .invokeExact(
              openblas.CblasRowMajor,
              transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
              b.rows(),
              b.columns(),
              1f,
              address(b),
              b.stride(),
              address(x),
              1,
              keep,
              address(y),
              1);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS can't be called", e);
    }
  }

  /** C = C + Aᵀ·A in the upper half of C; the lower half stays as it is. */
  static void addSquare(Matrix a, Matrix c) {
    try {
      Objects.requireNonNull(SSYRK)
          .invokeExact(
              openblas.CblasRowMajor,
              openblas.CblasUpper,
              openblas.CblasTrans,
              c.rows(),
              a.rows(),
              1f,
              address(a),
              a.stride(),
              1f,
              address(c),
              c.stride());
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS can't be called", e);
    }
  }

  /**
   * Replaces the upper half of G by U with Uᵀ·U = G.
   *
   * @return whether G is positive definite; if not, its upper half is lost
   */
  static boolean factor(Matrix upper) {
    int[] failed = {0};
    try {
      Objects.requireNonNull(SPOTRF)
          .invokeExact(
              MemorySegment.ofArray(UPPER),
              MemorySegment.ofArray(new int[] {upper.rows()}),
              address(upper),
              MemorySegment.ofArray(new int[] {upper.stride()}),
              MemorySegment.ofArray(failed));
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS can't be called", e);
    }
    return failed[0] == 0;
  }

  private static MemorySegment address(Matrix matrix) {
    return MemorySegment.ofArray(matrix.values()).asSlice((long) Float.BYTES * matrix.at());
  }

  /** Replaces the lower half of a tile G by L with L·Lᵀ = G. */
  static void factor(Tile tile, int size) {
    // A row-major lower half is a column-major upper half.
    int failed =
        openblas.LAPACKE_spotrf(
            openblas.LAPACK_COL_MAJOR, (byte) 'U', size, tile.address(), tile.stride());
    requireDefinite(failed);
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
    multiply(openblas.CblasNoTrans, openblas.CblasTrans, -1, a, b, 1, c, rows, columns, depth);
  }

  /** Takes A·B from C, where C has the given rows and columns and A and B the given depth. */
  static void subtract(Tile a, Tile b, Tile c, int rows, int columns, int depth) {
    multiply(openblas.CblasNoTrans, openblas.CblasNoTrans, -1, a, b, 1, c, rows, columns, depth);
  }

  /** Takes Aᵀ·B from C, where C has the given rows and columns and A and B the given depth. */
  static void subtractTransposed(Tile a, Tile b, Tile c, int rows, int columns, int depth) {
    multiply(openblas.CblasTrans, openblas.CblasNoTrans, -1, a, b, 1, c, rows, columns, depth);
  }

  /** Takes the lower half of A·Aᵀ from C, where A has the given depth. */
  static void subtractSquare(Tile a, Tile c, int rows, int depth) {
    multiplyByItself(openblas.CblasNoTrans, -1, a, 1, c, rows, depth);
  }

  /** The lower half of C = Aᵀ·A, where A has the given columns and depth. */
  static void square(Tile a, Tile c, int columns, int depth) {
    multiplyByItself(openblas.CblasTrans, 1, a, 0, c, columns, depth);
  }

  /** C = Aᵀ·B, where C has the given rows and columns and A and B the given depth. */
  static void productOfTransposed(Tile a, Tile b, Tile c, int rows, int columns, int depth) {
    multiply(openblas.CblasTrans, openblas.CblasNoTrans, 1, a, b, 0, c, rows, columns, depth);
  }

  private static void multiply(
      int aTransposed,
      int bTransposed,
      float factor,
      Tile a,
      Tile b,
      float keep,
      Tile c,
      int rows,
      int columns,
      int depth) {
    openblas.cblas_sgemm(
        openblas.CblasRowMajor,
        aTransposed,
        bTransposed,
        rows,
        columns,
        depth,
        factor,
        a.address(),
        a.stride(),
        b.address(),
        b.stride(),
        keep,
        c.address(),
        c.stride());
  }

  private static void multiplyByItself(
      int transposed, float factor, Tile a, float keep, Tile c, int size, int depth) {
    openblas.cblas_ssyrk(
        openblas.CblasRowMajor,
        openblas.CblasLower,
        transposed,
        size,
        depth,
        factor,
        a.address(),
        a.stride(),
        keep,
        c.address(),
        c.stride());
  }
}
