package dev.maitred.recommend.linear;

import java.util.Arrays;

/** A few items, in a table that is half empty. */
final class ItemSet {

  private static final int EMPTY = -1;

  /** Spreads neighbouring numbers (Knuth, The Art of Computer Programming 3, section 6.4). */
  private static final int SPREAD = 0x9E3779B9;

  private final int[] table;
  private final int shift;

  ItemSet(int[] items) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * items.length + 1);
    table = new int[1 << bits];
    shift = Integer.SIZE - bits;
    Arrays.fill(table, EMPTY);
    for (int item : items) {
      table[place(item)] = item;
    }
  }

  boolean has(int item) {
    return table[place(item)] == item;
  }

  /** Where an item is, or would be. */
  private int place(int item) {
    int at = item * SPREAD >>> shift;
    while (table[at] != EMPTY && table[at] != item) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
