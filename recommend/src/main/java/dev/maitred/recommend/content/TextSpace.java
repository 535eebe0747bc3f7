package dev.maitred.recommend.content;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.sparse.Projection;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where texts lie by what they mean: TF-IDF of words and of runs of three letters, projected to the
 * few dimensions in which the texts differ most (latent semantic analysis, Deerwester et al. 1990).
 * A text that comes later is projected the same way.
 */
public final class TextSpace {

  /** Dimensions, if there are as many. */
  public static final int DIMENSIONS = 256;

  private static final int MOST_WORDS = 32_768;
  private static final int LEAST_TEXTS = 2;

  /** Before a run of letters, so that it is never a word. */
  private static final String RUN = "#";

  private static final float[] NONE = {};

  private final List<String> words;
  private final float[] rarity;
  private final Map<String, Integer> places;
  private final Projection projection;

  private TextSpace(List<String> words, float[] rarity, Projection projection) {
    this.words = words;
    this.rarity = rarity;
    this.places =
        IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(words::get, at -> at));
    this.projection = projection;
  }

  /**
   * Learns from the texts of all items.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static TextSpace of(Features items, long seed, Progress progress) {
    var vocabulary = vocabulary(items, progress);
    var untold = new TextSpace(vocabulary.words(), vocabulary.rarity(), new Projection(0, NONE));
    var projection = Projection.of(untold.weighed(items, progress), DIMENSIONS, seed, progress);
    return new TextSpace(vocabulary.words(), vocabulary.rarity(), projection);
  }

  /** Number of dimensions. */
  public int dimension() {
    return projection.dimension();
  }

  /** The vectors of items, one after another, of length 1; 0 where there is no known word. */
  public float[] vectors(Features items, Progress progress) {
    return projection.of(weighed(items, progress), progress);
  }

  /** The words and runs of each row in turn; none is kept, as all of them would fill the memory. */
  private static void forEach(Features items, Progress progress, Tokens each) {
    List<Texts> columns = items.ofKind(Texts.class);
    for (int row = 0; row < items.rows(); row++) {
      progress.check();
      var tokens = new ArrayList<String>();
      for (Texts column : columns) {
        String text = column.values().get(row);
        tokens.addAll(Words.of(text));
        Words.trigrams(text).forEach(run -> tokens.add(RUN + run));
      }
      each.of(row, tokens);
    }
  }

  @FunctionalInterface
  private interface Tokens {
    void of(int row, List<String> tokens);
  }

  private record Vocabulary(List<String> words, float[] rarity) {}

  /** The words of two texts or more but not of all; if they are too many, those of the most. */
  private static Vocabulary vocabulary(Features items, Progress progress) {
    var texts = new HashMap<String, Integer>();
    var known = new AtomicInteger();
    forEach(
        items,
        progress,
        (row, tokens) -> {
          tokens.stream().distinct().forEach(token -> texts.merge(token, 1, Integer::sum));
          known.addAndGet(tokens.isEmpty() ? 0 : 1);
        });
    List<String> words =
        texts.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_TEXTS && entry.getValue() < known.get())
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_WORDS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    var rarity = new float[words.size()];
    for (int at = 0; at < rarity.length; at++) {
      rarity[at] =
          (float) Math.log((1.0 + known.get()) / (1.0 + texts.getOrDefault(words.get(at), 0)));
    }
    return new Vocabulary(words, rarity);
  }

  private SparseVectors weighed(Features items, Progress progress) {
    int runs = firstAfter(RUN);
    int end = firstAfter("$");
    int[][] rows = new int[items.rows()][];
    forEach(
        items,
        progress,
        (row, tokens) ->
            rows[row] =
                tokens.stream()
                    .mapToInt(token -> places.getOrDefault(token, -1))
                    .filter(place -> place >= 0)
                    .toArray());
    SparseVectors counts =
        SparseVectors.counted(words.size(), rows).mapped(count -> 1 + Math.log(count));
    var value = counts.value().clone();
    for (int at = 0; at < value.length; at++) {
      value[at] *= rarity[counts.place()[at]];
    }
    var weighed = new SparseVectors(words.size(), counts.first(), counts.place(), value);
    return weighed.ofLengths(place -> place >= runs && place < end).ofLength(1);
  }

  /** Number of words before a text in natural order. */
  private int firstAfter(String text) {
    return (int) words.stream().filter(word -> word.compareTo(text) < 0).count();
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInt(words.size());
    words.forEach(out::putText);
    out.putFloats(rarity);
    projection.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static TextSpace read(ModelReader in) {
    List<String> words = IntStream.range(0, in.getInt()).mapToObj(at -> in.getText()).toList();
    return new TextSpace(words, in.getFloats(), Projection.read(in));
  }
}
