package dev.maitred.recommend.linear;

import java.util.Arrays;

/** Adds up one row of a matrix at a time, and forgets all but its largest entries. */
public final class RowSum {

  /** One row: columns ascending, and their values. */
  record Row(int[] columns, float[] values) {}

  private final float[] sum;
  private final boolean[] touched;
  private final int[] columns;
  private final float[] strengths;
  private final float[] ordered;
  private int size;

  RowSum(int width) {
    sum = new float[width];
    touched = new boolean[width];
    columns = new int[width];
    strengths = new float[width];
    ordered = new float[width];
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
    int wanted = Math.min(kept, fillStrengths(strength));
    var row = new Row(new int[wanted], new float[wanted]);
    if (wanted > 0) {
      take(row);
    }
    clear();
    return row;
  }

  /** Fills in the strength of each entry; answers how many have any. */
  private int fillStrengths(Entry strength) {
    int strong = 0;
    for (int at = 0; at < size; at++) {
      strengths[at] = strength.replaced(columns[at], sum[columns[at]]);
      strong += strengths[at] > 0 ? 1 : 0;
    }
    return strong;
  }

  /** Fills a row with the strongest entries; of equal ones the first. */
  private void take(Row row) {
    int wanted = row.columns().length;
    float least = least(wanted);
    int equal = wanted;
    for (int at = 0; at < size; at++) {
      equal -= strengths[at] > least ? 1 : 0;
    }
    int taken = 0;
    for (int at = 0; at < size; at++) {
      if (strengths[at] > least || (strengths[at] == least && equal-- > 0)) {
        row.columns()[taken] = columns[at];
        row.values()[taken++] = sum[columns[at]];
      }
    }
  }

  /** The strength that so many entries reach. */
  private float least(int wanted) {
    int positive = 0;
    for (int at = 0; at < size; at++) {
      if (strengths[at] > 0) {
        ordered[positive++] = strengths[at];
      }
    }
    Arrays.sort(ordered, 0, positive);
    return ordered[positive - wanted];
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
