package dev.maitred.personalize.interactions;

import dev.maitred.recommend.Features.Categories;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a column of words from cells, each of which is split once however often it comes. */
final class WordRows {
  private final String name;
  private final boolean several;
  private final Map<String, int[]> cells = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] first;
  private int[] word;
  private int rows;

  /**
   * @param several whether a cell holds any number of words joined by {@code |}
   */
  WordRows(String name, int rows, boolean several) {
    this.name = name;
    this.several = several;
    this.first = new int[rows + 1];
    this.word = new int[rows];
  }

  /** Takes the next row; a word that a cell repeats counts once. */
  void add(@Nullable String cell) {
    int[] words = cells.computeIfAbsent(cell == null ? "" : cell, this::split);
    int from = first[rows];
    int to = from + words.length;
    if (to > word.length) {
      word = Arrays.copyOf(word, Math.max(to, word.length + word.length / 2));
    }
    System.arraycopy(words, 0, word, from, words.length);
    first[++rows] = to;
  }

  private int[] split(String cell) {
    Stream<String> words = several ? Arrays.stream(cell.split("\\|")).distinct() : Stream.of(cell);
    return words.filter(Predicate.not(String::isEmpty)).mapToInt(this::number).toArray();
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, unknown -> numbers.size());
  }

  /** The column, its words in their natural order, so that the order of the rows fixes nothing. */
  Categories column() {
    int[] sorted = new int[numbers.size()];
    int next = 0;
    var ordered = new TreeMap<>(numbers);
    for (int number : ordered.values()) {
      sorted[number] = next++;
    }
    int[] words = new int[first[rows]];
    Arrays.setAll(words, at -> sorted[word[at]]);
    return new Categories(name, List.copyOf(ordered.keySet()), first, words);
  }
}
