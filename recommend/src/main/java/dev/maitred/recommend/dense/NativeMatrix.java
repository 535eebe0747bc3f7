package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A row-major matrix of floats outside the heap, so that it may pass two billion entries and native
 * code may work on it in place.
 */
record NativeMatrix(MemorySegment memory, int rows, int columns) {

  private static final int ROWS_A_PIECE = 32;

  static NativeMatrix allocate(Arena arena, int rows, int columns) {
    return new NativeMatrix(
        arena.allocate(ValueLayout.JAVA_FLOAT, (long) rows * columns), rows, columns);
  }

  /** Fills all rows, in parallel. */
  void fill(SymmetricSystem.Rows fill, Progress progress) {
    Shards.forEach(
        Math.ceilDiv(rows, ROWS_A_PIECE),
        progress,
        piece -> {
          var values = new float[columns];
          int end = Math.min(rows, (piece + 1) * ROWS_A_PIECE);
          for (int row = piece * ROWS_A_PIECE; row < end; row++) {
            fill.fill(row, values);
            MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, offset(row, 0), columns);
          }
        });
  }

  float[] row(int row) {
    var values = new float[columns];
    MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset(row, 0), values, 0, columns);
    return values;
  }

  void set(int row, int column, float value) {
    memory.set(ValueLayout.JAVA_FLOAT, offset(row, column), value);
  }

  float get(int row, int column) {
    return memory.get(ValueLayout.JAVA_FLOAT, offset(row, column));
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
