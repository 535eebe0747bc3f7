package dev.maitred.recommend.linear;

import java.util.Arrays;

/** A number for each of a few items, in arrays that are used again. Not for use by two threads. */
public final class Few {

  private int[] items = {};
  private float[] values = {};
  private int size;

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The items, in no order; what comes after the first {@link #size} is without meaning. */
  public int[] items() {
    return items;
  }

  /** Their numbers; what comes after the first {@link #size} is without meaning. */
  public float[] values() {
    return values;
  }

  /** Forgets all and makes room for so many. */
  public void clear(int room) {
    size = 0;
    if (items.length < room) {
      items = new int[Math.max(room, 2 * items.length)];
      values = new float[items.length];
    }
  }

  /** Makes room for so many more. */
  public void expect(int more) {
    if (items.length - size < more) {
      items = Arrays.copyOf(items, Math.max(size + more, 2 * items.length));
      values = Arrays.copyOf(values, items.length);
    }
  }

  /** Adds one for which there is room. */
  public void add(int item, float value) {
    items[size] = item;
    values[size++] = value;
  }
}
