package dev.maitred.recommend.action;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is known of users as numbers: 1 for each word of a category that a user has, and numbers
 * standardised; all 0 where nothing is known.
 *
 * @param inputs one for each place in the vector
 */
record UserColumns(List<Input> inputs) {

  /** Of each column the most frequent words only. */
  private static final int MOST_WORDS = 30;

  /**
   * One place of the vector.
   *
   * @param word the word, or empty for a number
   * @param mean taken off a number
   * @param scale multiplies a number after that
   */
  record Input(String column, String word, float mean, float scale) {}

  UserColumns {
    inputs = List.copyOf(inputs);
  }

  static UserColumns of(Features users) {
    var inputs = new ArrayList<Input>();
    for (Features.Column column : users.columns()) {
      switch (column) {
        case Categories words -> addFrequent(words, inputs);
        case Numbers numbers -> inputs.add(standardised(numbers));
        case Features.Texts texts -> {}
      }
    }
    return new UserColumns(inputs);
  }

  private static void addFrequent(Categories column, List<Input> inputs) {
    var count = new int[column.words().size()];
    for (int word : column.word()) {
      count[word]++;
    }
    IntStream.range(0, count.length)
        .boxed()
        .sorted(Comparator.comparingInt(word -> -count[word]))
        .limit(MOST_WORDS)
        .forEach(word -> inputs.add(new Input(column.name(), column.words().get(word), 0, 1)));
  }

  private static Input standardised(Numbers column) {
    double[] known = Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
    return new Input(column.name(), "", (float) mean, (float) scale);
  }

  int size() {
    return inputs.size();
  }

  /** Writes what is known of whoever asks into a vector. */
  void fill(Map<String, String> known, float[] into, int from) {
    for (int at = 0; at < inputs.size(); at++) {
      into[from + at] = value(inputs.get(at), known.getOrDefault(inputs.get(at).column(), ""));
    }
  }

  private static float value(Input input, String known) {
    if (input.word().isEmpty()) {
      return standardised(input, known);
    }
    return Categories.split(known).contains(input.word()) ? 1 : 0;
  }

  private static float standardised(Input input, String known) {
    try {
      float value = (Float.parseFloat(known) - input.mean()) * input.scale();
      return Float.isFinite(value) ? Math.clamp(value, -5, 5) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  void write(ModelWriter out) {
    out.putInt(inputs.size());
    for (Input input : inputs) {
      out.putText(input.column());
      out.putText(input.word());
      out.putFloat(input.mean());
      out.putFloat(input.scale());
    }
  }

  static UserColumns read(ModelReader in) {
    int size = in.getInt();
    var inputs = new ArrayList<Input>();
    for (int at = 0; at < size; at++) {
      inputs.add(new Input(in.getText(), in.getText(), in.getFloat(), in.getFloat()));
    }
    return new UserColumns(inputs);
  }
}
