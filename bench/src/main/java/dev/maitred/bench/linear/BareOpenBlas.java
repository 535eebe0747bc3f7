package dev.maitred.bench.linear;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.maitred.recommend.dense.SymmetricSystem.Rows;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;

/** LAPACK's own routines with OpenBLAS's own threads, on matrices outside the heap. */
final class BareOpenBlas implements AutoCloseable {
  private final int size;
  private final int width;
  private final FloatPointer symmetric;
  private final FloatPointer right;
  private final MemorySegment left;
  private final MemorySegment wanted;

  private BareOpenBlas(int size, int width) {
    this.size = size;
    this.width = width;
    this.symmetric = new FloatPointer((long) size * size);
    this.right = new FloatPointer(Math.max(1, (long) size * width));
    this.left = memory(symmetric, (long) size * size);
    this.wanted = memory(right, (long) size * width);
  }

  private static MemorySegment memory(FloatPointer pointer, long count) {
    return MemorySegment.ofAddress(pointer.address()).reinterpret(Float.BYTES * count);
  }

  /** A symmetric system before it is solved; without width, a matrix before it is inverted. */
  static BareOpenBlas filled(int size, int width, Rows symmetric, Rows right) {
    BareOpenBlas system = new BareOpenBlas(size, width);
    IntStream.range(0, size)
        .parallel()
        .forEach(
            at -> {
              float[] row = new float[Math.max(size, width)];
              symmetric.fill(at, row);
              MemorySegment.copy(
                  row, 0, system.left, JAVA_FLOAT, Float.BYTES * ((long) at * size), at + 1);
              if (width > 0) {
                right.fill(at, row);
                // Column-major, as LAPACK has it: a row of the right side is a column apart.
                for (int column = 0; column < width; column++) {
                  system.wanted.setAtIndex(JAVA_FLOAT, (long) column * size + at, row[column]);
                }
              }
            });
    return system;
  }

  /** Inverts in place: spotrf, then spotri. */
  void invert(int threads) {
    alone(
        threads,
        () -> {
          require(
              openblas.LAPACKE_spotrf(
                  openblas.LAPACK_COL_MAJOR, (byte) 'U', size, symmetric, size));
          require(
              openblas.LAPACKE_spotri(
                  openblas.LAPACK_COL_MAJOR, (byte) 'U', size, symmetric, size));
        });
  }

  /** Solves in place: sposv. */
  void solve(int threads) {
    alone(
        threads,
        () ->
            require(
                openblas.LAPACKE_sposv(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'U',
                    size,
                    width,
                    symmetric,
                    size,
                    right,
                    size)));
  }

  /** An entry of the inverse, at or before the diagonal. */
  float inverse(int row, int column) {
    return symmetric.get((long) row * size + column);
  }

  /** An entry of the solution. */
  float solution(int row, int column) {
    return right.get((long) column * size + row);
  }

  private static void alone(int threads, Runnable work) {
    openblas_nolapack.blas_set_num_threads(threads);
    try {
      work.run();
    } finally {
      openblas_nolapack.blas_set_num_threads(1);
    }
  }

  private static void require(int failed) {
    if (failed != 0) {
      throw new ArithmeticException("the matrix is not positive definite");
    }
  }

  @Override
  public void close() {
    symmetric.close();
    right.close();
  }
}
