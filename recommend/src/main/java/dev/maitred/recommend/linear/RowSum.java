package dev.maitred.recommend.linear;

import dev.maitred.recommend.kernel.TopItems;
import java.util.Arrays;

/** Adds up one row of a matrix at a time, and forgets all but its largest entries. */
public final class RowSum {

  /** One row: columns ascending, and their values. */
  record Row(int[] columns, float[] values) {}

  private final float[] sum;
  private final boolean[] touched;
  private final int[] columns;
  private int size;

  RowSum(int width) {
    sum = new float[width];
    touched = new boolean[width];
    columns = new int[width];
  }

  /** Adds to one entry. */
  public void add(int column, float value) {
    if (!touched[column]) {
      touched[column] = true;
      columns[size++] = column;
    }
    sum[column] += value;
  }

  /** Turns every entry that was added to into another value. */
  public void replaceAll(Entry entry) {
    for (int at = 0; at < size; at++) {
      int column = columns[at];
      sum[column] = entry.replaced(column, sum[column]);
    }
  }

  /** The sum of all entries. */
  public float total() {
    float total = 0;
    for (int at = 0; at < size; at++) {
      total += sum[columns[at]];
    }
    return total;
  }

  /** A new value for an entry. */
  @FunctionalInterface
  public interface Entry {
    float replaced(int column, float value);
  }

  /** Takes the entries that are largest by size, zeros never, and begins a new row. */
  Row takeLargest(int kept) {
    return takeStrongest(kept, (column, value) -> Math.abs(value));
  }

  /** Takes the entries of the greatest strength, those without any never; begins a new row. */
  Row takeStrongest(int kept, Entry strength) {
    Arrays.sort(columns, 0, size);
    var strengths = new float[size];
    for (int at = 0; at < size; at++) {
      float strong = strength.replaced(columns[at], sum[columns[at]]);
      strengths[at] = strong > 0 ? strong : Float.NEGATIVE_INFINITY;
    }
    int[] places = TopItems.select(strengths, kept, place -> true);
    Arrays.sort(places);
    var row = new Row(new int[places.length], new float[places.length]);
    for (int at = 0; at < places.length; at++) {
      row.columns()[at] = columns[places[at]];
      row.values()[at] = sum[row.columns()[at]];
    }
    clear();
    return row;
  }

  /** Takes all entries and begins a new row. */
  Row takeAll() {
    Arrays.sort(columns, 0, size);
    var row = new Row(Arrays.copyOf(columns, size), new float[size]);
    for (int at = 0; at < size; at++) {
      row.values()[at] = sum[columns[at]];
    }
    clear();
    return row;
  }

  private void clear() {
    for (int at = 0; at < size; at++) {
      sum[columns[at]] = 0;
      touched[columns[at]] = false;
    }
    size = 0;
  }
}
