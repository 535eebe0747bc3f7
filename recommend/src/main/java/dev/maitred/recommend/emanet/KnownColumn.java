package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the values of one feature column are numbered by, from zero. */
sealed interface KnownColumn {

  /** A value that fewer rows have teaches nothing. */
  int LEAST_ROWS = 5;

  String name();

  /** How many numbers there are. */
  int size();

  /**
   * The numbers of each row.
   *
   * @param column may have other values, or be of another kind
   * @param from what the first number is
   */
  WordLists of(Column column, int from);

  /** The numbers of a value in words. */
  IntStream of(String value);

  void write(ModelWriter out);

  /** Reads what {@link #write} wrote. */
  static KnownColumn read(ModelReader in) {
    return in.getInt() == Ranges.KIND ? Ranges.read(in) : Words.read(in);
  }

  /** Each word of a category that is common enough, or the most frequent of these. */
  record Words(String name, Map<String, Integer> places) implements KnownColumn {
    private static final int KIND = 0;

    /** As each word has a vector of its own in the network, names of many things are cut short. */
    static final int MOST = 5_000;

    public Words {
      places = Map.copyOf(places);
    }

    static Words of(Categories column) {
      var rows = new int[column.words().size()];
      for (int word : column.word()) {
        rows[word]++;
      }
      int[] common =
          IntStream.range(0, rows.length)
              .filter(word -> rows[word] >= LEAST_ROWS)
              .boxed()
              .sorted(Comparator.comparingInt(word -> -rows[word]))
              .limit(MOST)
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      var places = new HashMap<String, Integer>();
      for (int word : common) {
        places.put(column.words().get(word), places.size());
      }
      return new Words(column.name(), places);
    }

    @Override
    public int size() {
      return places.size();
    }

    @Override
    public WordLists of(Column column, int from) {
      if (!(column instanceof Categories categories)) {
        return WordLists.none(column.rows());
      }
      int[] place =
          categories.words().stream().mapToInt(word -> places.getOrDefault(word, -1)).toArray();
      var first = new int[column.rows() + 1];
      var word = new int[categories.word().length];
      int size = 0;
      for (int row = 0; row < column.rows(); row++) {
        for (int at = categories.first()[row]; at < categories.first()[row + 1]; at++) {
          if (place[categories.word()[at]] >= 0) {
            word[size++] = from + place[categories.word()[at]];
          }
        }
        first[row + 1] = size;
      }
      return new WordLists(first, Arrays.copyOf(word, size));
    }

    @Override
    public IntStream of(String value) {
      return Categories.split(value).stream()
          .map(places::get)
          .filter(Objects::nonNull)
          .mapToInt(place -> place);
    }

    @Override
    public void write(ModelWriter out) {
      out.putInt(KIND);
      out.putText(name);
      out.putInt(places.size());
      places.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .forEach(word -> out.putText(word.getKey()));
    }

    private static Words read(ModelReader in) {
      String name = in.getText();
      var places = new HashMap<String, Integer>();
      int size = in.getInt();
      for (int place = 0; place < size; place++) {
        places.put(in.getText(), place);
      }
      return new Words(name, places);
    }
  }

  /**
   * Ranges of a number that hold about as many rows each.
   *
   * @param bounds between them, rising; a bound belongs to the range above it
   */
  record Ranges(String name, float[] bounds) implements KnownColumn {
    private static final int KIND = 1;
    private static final int MOST = 8;

    static Ranges of(Numbers column) {
      double[] sorted =
          Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).sorted().toArray();
      var bounds = new float[MOST - 1];
      int count = 0;
      for (int range = 1; range < MOST && sorted.length >= MOST * LEAST_ROWS; range++) {
        float bound = (float) sorted[(int) ((long) sorted.length * range / MOST)];
        if (bound > (float) sorted[0] && (count == 0 || bound > bounds[count - 1])) {
          bounds[count++] = bound;
        }
      }
      return new Ranges(column.name(), Arrays.copyOf(bounds, count));
    }

    @Override
    public int size() {
      return bounds.length + 1;
    }

    private int place(double value) {
      int at = Arrays.binarySearch(bounds, (float) value);
      return at < 0 ? -at - 1 : at + 1;
    }

    @Override
    public WordLists of(Column column, int from) {
      if (!(column instanceof Numbers numbers)) {
        return WordLists.none(column.rows());
      }
      var first = new int[column.rows() + 1];
      var word = new int[column.rows()];
      int size = 0;
      for (int row = 0; row < column.rows(); row++) {
        double value = numbers.values()[row];
        if (!Double.isNaN(value)) {
          word[size++] = from + place(value);
        }
        first[row + 1] = size;
      }
      return new WordLists(first, Arrays.copyOf(word, size));
    }

    @Override
    public IntStream of(String value) {
      try {
        double number = Double.parseDouble(value);
        return Double.isNaN(number) ? IntStream.empty() : IntStream.of(place(number));
      } catch (NumberFormatException e) {
        return IntStream.empty();
      }
    }

    @Override
    public void write(ModelWriter out) {
      out.putInt(KIND);
      out.putText(name);
      out.putFloats(bounds);
    }

    private static Ranges read(ModelReader in) {
      return new Ranges(in.getText(), in.getFloats());
    }
  }
}
