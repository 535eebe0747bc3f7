package dev.maitred.recommend.linear;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A matrix of items by items of which each row keeps its largest entries only, columns ascending.
 * What that costs in quality is in {@code docs/decisions/024-sparse-rows.md}.
 *
 * @param first for each row the index of its first entry, and at the end the number of entries
 * @param column the item of each entry
 * @param value the value of each entry
 */
public record SparseRows(int[] first, int[] column, float[] value) {

  /** Entries kept in each row. */
  public static final int KEPT = 200;

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
    sums.add(column, value, first[row], first[row + 1], factor);
  }

  /** The value at a place, 0 if it was not kept. */
  public float at(int row, int item) {
    int entry = Arrays.binarySearch(column, first[row], first[row + 1], item);
    return entry < 0 ? 0 : value[entry];
  }

  /** The columns of a row with the highest values that pass the filter, best first. */
  public int[] best(int row, int limit, IntPredicate filter) {
    int from = first[row];
    float[] values = Arrays.copyOfRange(value, from, first[row + 1]);
    int[] entries = TopItems.select(values, limit, entry -> filter.test(column[from + entry]));
    return Arrays.stream(entries).map(entry -> column[from + entry]).toArray();
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInts(first);
    out.putInts(column);
    out.putFloats(value);
  }

  /** Reads what {@link #write} wrote. */
  public static SparseRows read(ModelReader in) {
    return new SparseRows(in.getInts(), in.getInts(), in.getFloats());
  }
}
