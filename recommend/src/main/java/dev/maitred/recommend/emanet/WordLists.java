package dev.maitred.recommend.emanet;

import java.util.Arrays;
import java.util.List;

/**
 * A list of word numbers for each row.
 *
 * @param first for each row the index of its first word, and at the end the number of words
 * @param word the words of all rows
 */
record WordLists(int[] first, int[] word) {

  static WordLists none(int rows) {
    return new WordLists(new int[rows + 1], new int[0]);
  }

  /** The words of each row in all of some lists. */
  static WordLists join(int rows, List<WordLists> lists) {
    var first = new int[rows + 1];
    var word = new int[lists.stream().mapToInt(list -> list.word().length).sum()];
    int size = 0;
    for (int row = 0; row < rows; row++) {
      for (WordLists list : lists) {
        int count = list.count(row);
        System.arraycopy(list.word(), list.first()[row], word, size, count);
        size += count;
      }
      first[row + 1] = size;
    }
    return new WordLists(first, word);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(first).add(word);
  }

  /** Number of words of a row. */
  int count(int row) {
    return first[row + 1] - first[row];
  }

  /** The words of a row; a fresh array. */
  int[] of(int row) {
    return Arrays.copyOfRange(word, first[row], first[row + 1]);
  }
}
