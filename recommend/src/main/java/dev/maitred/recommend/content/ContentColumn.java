package dev.maitred.recommend.content;

import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Sorted;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Vectors of length 1 from one column; rows without a value, or that tell nothing, are empty. */
final class ContentColumn {

  /** Places that numbers are spread over by rank; each number lies between two of them. */
  private static final int STEPS = 10;

  private ContentColumn() {}

  static List<SparseVectors> vectors(Column column, Progress progress) {
    return switch (column) {
      case Categories categories -> List.of(words(categories).byRarity().ofLength(1));
      case Numbers numbers -> List.of(steps(numbers.values()).ofLength(1));
      case Texts texts ->
          List.of(counts(texts, Words::of, progress), counts(texts, Words::trigrams, progress));
    };
  }

  private static SparseVectors words(Categories categories) {
    var rows = new int[categories.rows()][];
    Arrays.setAll(rows, categories::of);
    return SparseVectors.counted(categories.words().size(), rows).mapped(count -> 1);
  }

  /** A word that comes more often counts more, but ever less so. */
  private static SparseVectors counts(
      Texts texts, Function<String, List<String>> words, Progress progress) {
    return SparseVectors.ofWords(
            texts.rows(),
            row -> {
              progress.check();
              return words.apply(texts.values().get(row));
            })
        .mapped(count -> 1 + Math.log(count))
        .byRarity()
        .ofLength(1);
  }

  private static SparseVectors steps(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    var first = new int[values.length + 1];
    var place = new int[2 * sorted.length];
    var share = new float[2 * sorted.length];
    int next = 0;
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        double at = rank(sorted, values[row]) * (STEPS - 1);
        int step = Math.min((int) at, STEPS - 2);
        place[next] = step;
        share[next++] = (float) (1 - (at - step));
        place[next] = step + 1;
        share[next++] = (float) (at - step);
      }
      first[row + 1] = next;
    }
    return new SparseVectors(STEPS, first, place, share);
  }

  /** The share of other values that are smaller, equal ones counting half. */
  private static double rank(double[] sorted, double value) {
    int below = Sorted.first(0, sorted.length, at -> sorted[at] >= value);
    int notAbove = Sorted.first(below, sorted.length, at -> sorted[at] > value);
    return sorted.length < 2 ? 0 : (below + notAbove - 1) / 2.0 / (sorted.length - 1);
  }
}
