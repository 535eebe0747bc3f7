package dev.maitred.recommend.linear;

import dev.maitred.recommend.model.LargeArray;
import java.util.Arrays;

/**
 * Adds up numbers of many items of which few have any, and then takes them out, so that the sums
 * are all zero again. Not for use by two threads.
 */
public final class Sums {

  private final float[] sum;

  /** The items whose sum was zero when they were added to; one that fell back comes again. */
  private int[] touched = {};

  private int size;

  /** For each item that is looked up one more than its place, else 0. */
  private int[] place = {};

  /** A row that was read from a file. */
  private int[] columns = {};

  private float[] values = {};

  /** For so many items. */
  public Sums(int items) {
    sum = new float[items];
  }

  /** Makes room for so many further {@link #add}s. */
  public void expect(int more) {
    if (touched.length - size < more) {
      touched = Arrays.copyOf(touched, Math.max(size + more, 2 * touched.length));
    }
  }

  /** Adds to the sum of an item; see {@link #expect}. */
  public void add(int item, float value) {
    float before = sum[item];
    touched[size] = item;
    size += before == 0 ? 1 : 0;
    sum[item] = before + value;
  }

  /** Adds a stretch of a row, times a factor. */
  void add(int[] column, float[] value, int from, int to, float factor) {
    expect(to - from);
    int[] items = touched;
    int count = size;
    for (int entry = from; entry < to; entry++) {
      int item = column[entry];
      float before = sum[item];
      items[count] = item;
      count += before == 0 ? 1 : 0;
      sum[item] = before + factor * value[entry];
    }
    size = count;
  }

  /** The same of a row that lies in a file. */
  void add(LargeArray column, LargeArray value, int from, int to, float factor) {
    int count = to - from;
    if (columns.length < count) {
      columns = new int[count];
      values = new float[count];
    }
    if (count > 0) {
      column.copy(from, count, columns);
      value.copy(from, count, values);
      add(columns, values, 0, count, factor);
    }
  }

  /** Takes all sums out that are not zero. */
  public void take(Few into) {
    into.clear(size);
    for (int at = 0; at < size; at++) {
      float value = sum[touched[at]];
      if (value != 0) {
        into.add(touched[at], value);
        sum[touched[at]] = 0;
      }
    }
    size = 0;
  }

  /**
   * Looks up the numbers of some items among a few.
   *
   * @param items the first of them is at {@code from}
   * @param into their numbers, 0 for those that are not among the few
   */
  public void look(Few few, int[] items, int from, int count, float[] into) {
    if (place.length == 0) {
      place = new int[sum.length];
    }
    for (int at = 0; at < count; at++) {
      place[items[from + at]] = at + 1;
      into[at] = 0;
    }
    for (int at = 0; at < few.size(); at++) {
      int found = place[few.items()[at]];
      if (found > 0) {
        into[found - 1] = few.values()[at];
      }
    }
    for (int at = 0; at < count; at++) {
      into[at] = into[place[items[from + at]] - 1]; // an item may be there twice
    }
    for (int at = 0; at < count; at++) {
      place[items[from + at]] = 0;
    }
  }
}
