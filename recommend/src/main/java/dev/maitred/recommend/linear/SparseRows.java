package dev.maitred.recommend.linear;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.LargeArray;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A matrix of items by items of which each row keeps its largest entries only, columns ascending.
 * What that costs in quality is in {@code docs/decisions/024-sparse-rows.md}.
 *
 * <p>Its entries are in arrays, or stay in the model file and are copied row by row: a row is read
 * faster than it is added up.
 */
public final class SparseRows {

  /** Entries kept in each row. */
  public static final int KEPT = 200;

  private final int[] first;
  private final Entries entries;

  private SparseRows(int[] first, Entries entries) {
    this.first = first;
    this.entries = entries;
  }

  /**
   * Rows in arrays.
   *
   * @param first for each row the index of its first entry, and at the end the number of entries
   * @param column the item of each entry
   * @param value the value of each entry
   */
  public SparseRows(int[] first, int[] column, float[] value) {
    this(first, new InArrays(column, value));
  }

  private sealed interface Entries {}

  private record InArrays(int[] column, float[] value) implements Entries {}

  private record InFile(LargeArray column, LargeArray value) implements Entries {

    int[] columns(int from, int end) {
      var columns = new int[end - from];
      column.copy(from, columns.length, columns);
      return columns;
    }

    float[] values(int from, int end) {
      var values = new float[end - from];
      value.copy(from, values.length, values);
      return values;
    }
  }

  /** Number of entries. */
  public int size() {
    return first[first.length - 1];
  }

  /** The columns of a row, ascending. */
  public int[] columns(int row) {
    return switch (entries) {
      case InArrays in -> Arrays.copyOfRange(in.column(), first[row], first[row + 1]);
      case InFile in -> in.columns(first[row], first[row + 1]);
    };
  }

  /** The values of a row, in the order of its columns. */
  private float[] values(int row) {
    return switch (entries) {
      case InArrays in -> Arrays.copyOfRange(in.value(), first[row], first[row + 1]);
      case InFile in -> in.values(first[row], first[row + 1]);
    };
  }

  /** Adds up a row. */
  @FunctionalInterface
  public interface RowFill {
    void fill(int row, RowSum sum);
  }

  /**
   * Computes a square matrix, rows in parallel.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static SparseRows compute(int size, Progress progress, RowFill rows) {
    return compute(size, KEPT, progress, rows);
  }

  /**
   * Computes a square matrix, rows in parallel.
   *
   * @param kept most entries kept in a row
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static SparseRows compute(int size, int kept, Progress progress, RowFill rows) {
    var computed = new RowSum.Row[size];
    int perPiece = Math.max(16, size / 256);
    Shards.forEach(
        Math.ceilDiv(size, perPiece),
        progress,
        piece -> {
          var sum = new RowSum(size);
          int end = Math.min(size, (piece + 1) * perPiece);
          for (int row = piece * perPiece; row < end; row++) {
            rows.fill(row, sum);
            computed[row] = sum.takeLargest(kept);
          }
        });
    return joined(computed);
  }

  private static SparseRows joined(RowSum.Row[] rows) {
    var first = new int[rows.length + 1];
    for (int row = 0; row < rows.length; row++) {
      first[row + 1] = Math.addExact(first[row], rows[row].columns().length);
    }
    var column = new int[first[rows.length]];
    var value = new float[first[rows.length]];
    for (int row = 0; row < rows.length; row++) {
      int length = rows[row].columns().length;
      System.arraycopy(rows[row].columns(), 0, column, first[row], length);
      System.arraycopy(rows[row].values(), 0, value, first[row], length);
    }
    return new SparseRows(first, column, value);
  }

  /** Adds a row, times a factor. */
  public void addTo(Sums sums, int row, float factor) {
    int from = first[row];
    int end = first[row + 1];
    switch (entries) {
      case InArrays in -> sums.add(in.column(), in.value(), from, end, factor);
      case InFile in -> sums.add(in.column(), in.value(), from, end, factor);
    }
  }

  /** Number of entries of a row. */
  public int size(int row) {
    return first[row + 1] - first[row];
  }

  /** The value at a place, 0 if it was not kept. */
  public float at(int row, int item) {
    return at(row, new int[] {item})[0];
  }

  /**
   * The values of a row at some places, 0 where it was not kept.
   *
   * @param items ascending
   */
  public float[] at(int row, int[] items) {
    int[] columns = columns(row);
    float[] values = values(row);
    var found = new float[items.length];
    int entry = 0;
    for (int at = 0; at < items.length; at++) {
      while (entry < columns.length && columns[entry] < items[at]) {
        entry++;
      }
      found[at] = entry < columns.length && columns[entry] == items[at] ? values[entry] : 0;
    }
    return found;
  }

  /** The columns of a row with the highest values that pass the filter, best first. */
  public int[] best(int row, int limit, IntPredicate filter) {
    int[] columns = columns(row);
    int[] places = TopItems.select(values(row), limit, at -> filter.test(columns[at]));
    return Arrays.stream(places).map(at -> columns[at]).toArray();
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInts(first);
    switch (entries) {
      case InArrays in -> {
        out.putInts(in.column());
        out.putFloats(in.value());
      }
      case InFile in -> {
        out.putInts(in.columns(0, size()));
        out.putFloats(in.values(0, size()));
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static SparseRows read(ModelReader in) {
    int[] first = in.getInts();
    return in.largeNext()
        ? new SparseRows(first, new InFile(in.getLarge(), in.getLarge()))
        : new SparseRows(first, in.getInts(), in.getFloats());
  }
}
