package dev.maitred.recommend.content;

import dev.maitred.recommend.linear.RowSum;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * For each word the items that have it, those that it weighs most in first. Products of an item
 * with all others are added up word by word, the rarest first, until the work for one item is done:
 * so much that they are exact for all but large catalogues with words that very many items share.
 *
 * @param vectors the items
 * @param frequency for each word the number of items that have it
 * @param first for each word the index of its first item in {@code item}, and the end
 * @param item items by word
 * @param weight the word's weight in the item
 * @param work entries looked at for one item
 */
record WordIndex(
    SparseVectors vectors, int[] frequency, int[] first, int[] item, float[] weight, int work) {

  /** Entries looked at for all items together: some seconds. */
  private static final long ALL_WORK = 1_000_000_000L;

  private static final int LEAST_WORK = 4_000;

  static WordIndex of(SparseVectors vectors) {
    int work = (int) Math.clamp(ALL_WORK / Math.max(1, vectors.rows()), LEAST_WORK, 1 << 30);
    return of(vectors, work);
  }

  static WordIndex of(SparseVectors vectors, int work) {
    int[] frequency = vectors.frequency();
    var first = new int[vectors.width() + 1];
    for (int word = 0; word < frequency.length; word++) {
      first[word + 1] = first[word] + frequency[word];
    }
    var item = new int[vectors.place().length];
    var weight = new float[item.length];
    int[] next = first.clone();
    for (int row = 0; row < vectors.rows(); row++) {
      for (int at = vectors.first()[row]; at < vectors.first()[row + 1]; at++) {
        int place = next[vectors.place()[at]]++;
        item[place] = row;
        weight[place] = vectors.value()[at];
      }
    }
    var index = new WordIndex(vectors, frequency, first, item, weight, work);
    for (int word = 0; word < frequency.length; word++) {
      if (frequency[word] > work) {
        index.heaviestFirst(word);
      }
    }
    return index;
  }

  private void heaviestFirst(int word) {
    int from = first[word];
    int[] items = Arrays.copyOfRange(item, from, first[word + 1]);
    float[] weights = Arrays.copyOfRange(weight, from, first[word + 1]);
    int[] order =
        IntStream.range(0, items.length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> -weights[at]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int at = 0; at < order.length; at++) {
      item[from + at] = items[order[at]];
      weight[from + at] = weights[order[at]];
    }
  }

  /** Adds up the cosines of an item with the others. */
  void neighbours(int row, RowSum sum) {
    int[] entries =
        IntStream.range(vectors.first()[row], vectors.first()[row + 1])
            .boxed()
            .sorted(Comparator.comparingInt(at -> frequency[vectors.place()[at]]))
            .mapToInt(Integer::intValue)
            .toArray();
    int left = work;
    for (int entry : entries) {
      int word = vectors.place()[entry];
      int end = Math.min(first[word + 1], first[word] + left);
      for (int at = first[word]; at < end; at++) {
        sum.add(item[at], vectors.value()[entry] * weight[at]);
      }
      left -= end - first[word];
    }
    sum.replaceAll((other, cosine) -> other == row ? 0 : cosine);
  }
}
