package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of feature columns as dense numbers from zero, column after column. What it doesn't
 * know has no number, and neither has text.
 *
 * @param columns each with two values or more
 */
record Vocabulary(List<KnownColumn> columns) {

  static final Vocabulary NONE = new Vocabulary(List.of());

  Vocabulary {
    columns = List.copyOf(columns);
  }

  static Vocabulary of(Features features) {
    return new Vocabulary(
        features.columns().stream()
            .flatMap(
                column ->
                    switch (column) {
                      case Features.Categories words ->
                          Stream.<KnownColumn>of(KnownColumn.Words.of(words));
                      case Features.Numbers numbers ->
                          Stream.<KnownColumn>of(KnownColumn.Ranges.of(numbers));
                      case Features.Texts _ -> Stream.<KnownColumn>empty();
                    })
            .filter(known -> known.size() > 1)
            .toList());
  }

  /** How many numbers there are. */
  int size() {
    return columns.stream().mapToInt(KnownColumn::size).sum();
  }

  /**
   * The numbers of every row.
   *
   * @param from what the first number is
   * @param features may lack columns
   */
  WordLists of(Features features, int from) {
    var lists = new ArrayList<WordLists>();
    int next = from;
    for (KnownColumn known : columns) {
      int first = next;
      features.named(known.name()).ifPresent(column -> lists.add(known.of(column, first)));
      next += known.size();
    }
    return WordLists.join(features.rows(), lists);
  }

  /** The numbers of values given by column, those of a category joined by {@code |}. */
  IntStream of(Map<String, String> values, int from) {
    var numbers = IntStream.builder();
    int next = from;
    for (KnownColumn known : columns) {
      int first = next;
      known.of(values.getOrDefault(known.name(), "")).forEach(at -> numbers.add(first + at));
      next += known.size();
    }
    return numbers.build();
  }

  void write(ModelWriter out) {
    out.putInt(columns.size());
    columns.forEach(known -> known.write(out));
  }

  static Vocabulary read(ModelReader in) {
    return new Vocabulary(
        IntStream.range(0, in.getInt()).mapToObj(_ -> KnownColumn.read(in)).toList());
  }
}
