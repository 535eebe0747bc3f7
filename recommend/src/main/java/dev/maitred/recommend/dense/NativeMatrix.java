package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntUnaryOperator;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A row-major matrix of floats outside the heap, so that it may pass two billion entries and native
 * code may work on it in place.
 */
record NativeMatrix(MemorySegment memory, int rows, int columns) {

  private static final int ROWS_A_PIECE = 32;

  /**
   * A matrix of zeros. Parts of it that nobody touches take no memory, as a triangle's other half.
   */
  static NativeMatrix allocate(Arena arena, int rows, int columns) {
    long count = (long) rows * columns;
    Pointer zeros = Pointer.calloc(Math.max(1, count), Float.BYTES);
    if (zeros == null || zeros.isNull()) {
      throw new OutOfMemoryError(
          "a matrix of %,d x %,d floats does not fit in memory".formatted(rows, columns));
    }
    var memory =
        MemorySegment.ofAddress(zeros.address())
            .reinterpret(Float.BYTES * count, arena, _ -> Pointer.free(zeros));
    return new NativeMatrix(memory, rows, columns);
  }

  /** Fills all rows, in parallel. */
  void fill(SymmetricSystem.Rows fill, Progress progress) {
    fill(fill, progress, _ -> columns);
  }

  /** Fills all rows up to the diagonal, in parallel. */
  void fillLower(SymmetricSystem.Rows fill, Progress progress) {
    fill(fill, progress, row -> row + 1);
  }

  private void fill(SymmetricSystem.Rows fill, Progress progress, IntUnaryOperator length) {
    Shards.forEach(
        Math.ceilDiv(rows, ROWS_A_PIECE),
        progress,
        piece -> {
          var values = new float[columns];
          int end = Math.min(rows, (piece + 1) * ROWS_A_PIECE);
          for (int row = piece * ROWS_A_PIECE; row < end; row++) {
            fill.fill(row, values);
            MemorySegment.copy(
                values, 0, memory, ValueLayout.JAVA_FLOAT, offset(row, 0), length.applyAsInt(row));
          }
        });
  }

  float[] row(int row) {
    var values = new float[columns];
    MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset(row, 0), values, 0, columns);
    return values;
  }

  /** A row of a symmetric matrix of which only the lower half is there. */
  float[] symmetricRow(int row) {
    var values = new float[columns];
    MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset(row, 0), values, 0, row + 1);
    for (int column = row + 1; column < columns; column++) {
      values[column] = memory.get(ValueLayout.JAVA_FLOAT, offset(column, row));
    }
    return values;
  }

  void set(int row, int column, float value) {
    memory.set(ValueLayout.JAVA_FLOAT, offset(row, column), value);
  }

  Tile tile(int row, int column) {
    return new Tile(new At(memory.address() + offset(row, column)), columns);
  }

  private long offset(int row, int column) {
    return Float.BYTES * ((long) row * columns + column);
  }

  /** A pointer to memory that somebody else owns. */
  private static final class At extends FloatPointer {
    At(long address) {
      super((Pointer) null);
      this.address = address;
    }
  }
}
