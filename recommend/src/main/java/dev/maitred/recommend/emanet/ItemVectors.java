package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;

/**
 * One table of item vectors while it is learnt. An item's vector is the sum of one of its own and
 * those of its words, such as its categories, so that items of few events learn from their like.
 */
final class ItemVectors {

  private final int width;
  private final float[] vectors;
  private final WordLists words;
  private final Rows own;
  private final Rows word;
  private final Groups concerned;
  private int[] list = {};
  private int[] place = {};
  private float[] slopes = {};

  /**
   * A table.
   *
   * @param vectors of the items, kept up from here
   * @param words of each item, below {@code size}
   */
  ItemVectors(float[] vectors, int width, WordLists words, int size) {
    this.width = width;
    this.vectors = vectors;
    this.words = words;
    this.own = new Rows(size > 0 ? vectors.clone() : vectors, width);
    this.word = new Rows(new float[size * width], width);
    this.concerned = new Groups(size);
  }

  private boolean plain() {
    return word.count() == 0;
  }

  /** Makes the words of some items what all steps before this one make them. */
  void prepareWords(Adam.Step step, Groups items) {
    if (plain()) {
      return;
    }
    int length = 0;
    for (int at = 0; at < items.count(); at++) {
      int item = items.number(at);
      int count = words.count(item);
      if (list.length < length + count) {
        list = Arrays.copyOf(list, 2 * list.length + count);
        place = Arrays.copyOf(place, list.length);
      }
      System.arraycopy(words.word(), words.first()[item], list, length, count);
      Arrays.fill(place, length, length + count, at);
      length += count;
    }
    concerned.find(list, length);
    for (int at = 0; at < concerned.count(); at++) {
      word.catchUp(concerned.number(at), step);
    }
    if (slopes.length < items.count() * width) {
      slopes = new float[items.count() * width];
    }
  }

  /** Makes all words what all steps before this one make them. */
  void settleWords(Adam.Step next) {
    for (int row = 0; row < word.count(); row++) {
      word.catchUp(row, next);
    }
  }

  /** Makes an item, whose words are prepared, what all steps before this one make it. */
  void catchUp(int item, Adam.Step step) {
    own.catchUp(item, step);
    if (!plain()) {
      sum(item);
    }
  }

  private void sum(int item) {
    int into = item * width;
    System.arraycopy(own.values(), into, vectors, into, width);
    for (int at = words.first()[item]; at < words.first()[item + 1]; at++) {
      int from = words.word()[at] * width;
      for (int k = 0; k < width; k++) {
        vectors[into + k] += word.values()[from + k];
      }
    }
  }

  /**
   * Moves an item of the step that was prepared.
   *
   * @param at its place among those
   */
  void move(int at, int item, Adam.Step step, float[] slope) {
    own.move(item, step, slope);
    if (!plain()) {
      System.arraycopy(slope, 0, slopes, at * width, width);
    }
  }

  /** Moves the words, when all items of the step have been moved. */
  void moveWords(Adam.Step step) {
    var sum = new float[width];
    for (int at = 0; at < concerned.count(); at++) {
      Arrays.fill(sum, 0);
      for (int index = concerned.first(at); index < concerned.first(at + 1); index++) {
        int from = place[concerned.index(index)] * width;
        for (int k = 0; k < width; k++) {
          sum[k] += slopes[from + k];
        }
      }
      word.move(concerned.number(at), step, sum);
    }
  }

  /** Writes what has settled. */
  void write(ModelWriter out) {
    own.write(out);
    word.write(out);
  }

  /** Takes over what {@link #write} wrote after a step. */
  void read(ModelReader in, long step) {
    own.read(in, step);
    word.read(in, step);
    for (int item = 0; item < own.count() && !plain(); item++) {
      sum(item);
    }
  }
}
