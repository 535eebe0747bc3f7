package dev.maitred.recommend;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of things beside the events: columns with one row for each item, user or event. The
 * names are those of the schema, such as {@code GENRES}.
 *
 * @param rows number of rows, the same in every column
 * @param columns the columns, each name once
 */
public record Features(int rows, List<Column> columns) {

  /** One column; a missing value is no value, {@link Double#NaN} or an empty text. */
  public sealed interface Column {

    /** The name in the schema. */
    String name();

    /** Number of rows. */
    int rows();

    /** The value of a row as text; empty where it is missing. */
    String text(int row);

    /** The same column with these rows in this order. */
    Column pick(int[] rows);
  }

  /**
   * Any number of words a row, such as the genres of a film.
   *
   * @param words each word once; a row names them by their places here
   * @param first for each row the index of its first word in {@code word}, and at the end the
   *     length of that
   * @param word the words of all rows
   */
  public record Categories(String name, List<String> words, int[] first, int[] word)
      implements Column {

    public Categories {
      words = List.copyOf(words);
    }

    /** A column from the words of each row; the words are numbered in their natural order. */
    public static Categories of(String name, List<List<String>> rows) {
      var numbers = new TreeMap<String, Integer>();
      rows.forEach(row -> row.forEach(word -> numbers.put(word, 0)));
      int next = 0;
      for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
        entry.setValue(next++);
      }
      var first = new int[rows.size() + 1];
      for (int row = 0; row < rows.size(); row++) {
        first[row + 1] = first[row] + rows.get(row).size();
      }
      int[] word = rows.stream().flatMap(List::stream).mapToInt(numbers::get).toArray();
      return new Categories(name, List.copyOf(numbers.keySet()), first, word);
    }

    @Override
    public int rows() {
      return first.length - 1;
    }

    @Override
    public String text(int row) {
      return Arrays.stream(of(row)).mapToObj(words::get).collect(joining("|"));
    }

    /** The words that {@link #text} joined; none of an empty text. */
    public static List<String> split(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
    }

    /** The words of a row, as places in {@link #words}; a fresh array. */
    public int[] of(int row) {
      return Arrays.copyOfRange(word, first[row], first[row + 1]);
    }

    @Override
    public Column pick(int[] rows) {
      var firsts = new int[rows.length + 1];
      for (int at = 0; at < rows.length; at++) {
        firsts[at + 1] = firsts[at] + first[rows[at] + 1] - first[rows[at]];
      }
      var picked = new int[firsts[rows.length]];
      for (int at = 0; at < rows.length; at++) {
        System.arraycopy(word, first[rows[at]], picked, firsts[at], firsts[at + 1] - firsts[at]);
      }
      return new Categories(name, words, firsts, picked);
    }
  }

  /**
   * A number a row, such as a price or a time in seconds.
   *
   * @param values one for each row; {@link Double#NaN} where it is missing
   */
  public record Numbers(String name, double[] values) implements Column {

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public String text(int row) {
      return Double.isNaN(values[row]) ? "" : Double.toString(values[row]);
    }

    @Override
    public Column pick(int[] rows) {
      return new Numbers(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
  }

  /**
   * Free text in each row, such as a description.
   *
   * @param values one for each row; empty where it is missing
   */
  public record Texts(String name, List<String> values) implements Column {

    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public int rows() {
      return values.size();
    }

    @Override
    public String text(int row) {
      return values.get(row);
    }

    @Override
    public Column pick(int[] rows) {
      return new Texts(name, Arrays.stream(rows).mapToObj(values::get).toList());
    }
  }

  public Features {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "the column %s has %d rows instead of %d"
                .formatted(column.name(), column.rows(), rows));
      }
    }
  }

  /** Nothing known. */
  public static Features none(int rows) {
    return new Features(rows, List.of());
  }

  /** The column of a name, in exactly these letters. */
  public Optional<Column> named(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The columns but those of some names. */
  public Features without(Set<String> names) {
    return new Features(
        rows, columns.stream().filter(column -> !names.contains(column.name())).toList());
  }

  /** The columns of one kind, in order. */
  public <C extends Column> List<C> ofKind(Class<C> kind) {
    return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * One row by column: words joined by {@code |}, numbers as Java writes them; what is missing is
   * left out.
   */
  public Map<String, String> row(int row) {
    var values = new LinkedHashMap<String, String>();
    for (Column column : columns) {
      String value = column.text(row);
      if (!value.isEmpty()) {
        values.put(column.name(), value);
      }
    }
    return values;
  }

  /** The same columns with these rows in this order; a row may come more than once. */
  public Features pick(int[] picked) {
    return columns.isEmpty()
        ? none(picked.length)
        : new Features(picked.length, columns.stream().map(column -> column.pick(picked)).toList());
  }
}
