package dev.maitred.recommend.emanet;

import java.util.Arrays;

/**
 * The distinct numbers of a list in the order in which they first come, and where each stands in
 * it. Finding them costs what the list is long, however large the numbers may be.
 */
final class Groups {

  private static final int NONE = -1;

  /** For each number its place among the distinct ones. */
  private final int[] place;

  private int[] distinct = {};
  private int count;
  private int[] first = new int[2];
  private int[] index = {};

  /** Groups of numbers below a bound. */
  Groups(int bound) {
    place = new int[bound];
    Arrays.fill(place, NONE);
  }

  /** Finds the groups of the first {@code length} numbers. */
  void find(int[] numbers, int length) {
    for (int at = 0; at < count; at++) {
      place[distinct[at]] = NONE;
    }
    makeRoom(length);
    count = 0;
    for (int at = 0; at < length; at++) {
      if (place[numbers[at]] == NONE) {
        place[numbers[at]] = count;
        distinct[count++] = numbers[at];
      }
    }
    sort(numbers, length);
  }

  private void makeRoom(int length) {
    if (index.length < length) {
      distinct = new int[length];
      index = new int[length];
      first = new int[length + 2];
    }
  }

  /** By counting: a group's count stands two places on, so that filling in leaves its begin. */
  private void sort(int[] numbers, int length) {
    Arrays.fill(first, 0, count + 2, 0);
    for (int at = 0; at < length; at++) {
      first[place[numbers[at]] + 2]++;
    }
    for (int at = 2; at < count + 2; at++) {
      first[at] += first[at - 1];
    }
    for (int at = 0; at < length; at++) {
      index[first[place[numbers[at]] + 1]++] = at;
    }
  }

  /** How many distinct numbers there are. */
  int count() {
    return count;
  }

  /** The distinct number at a place, from 0 to {@link #count}. */
  int number(int at) {
    return distinct[at];
  }

  /** Where the indices of a group begin; it ends where the next one's begin. */
  int first(int at) {
    return first[at];
  }

  /** An index into the list; those of a group rise. */
  int index(int position) {
    return index[position];
  }
}
