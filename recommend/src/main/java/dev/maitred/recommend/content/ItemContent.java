package dev.maitred.recommend.content;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.linear.Transitions.Window;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What items look like: for each item a sparse vector of length 1 from its metadata, whose products
 * are cosines. Every column counts alike, times how much it tells items apart:
 *
 * <ul>
 *   <li>categories: their words, weighed by rarity (idf);
 *   <li>texts: words and runs of three letters, each by TF-IDF with damped counts;
 *   <li>numbers: two neighbouring ones of ten steps by rank.
 * </ul>
 *
 * <p>An item without metadata has an empty vector. When an item was created says nothing of what it
 * is like.
 */
public final class ItemContent {

  /** Its name in explanations and progress. */
  public static final String NAME = "content";

  private static final String CREATED = "CREATION_TIMESTAMP";

  /** Below it a column is as good as the same everywhere. */
  private static final double LEAST_INFORMATION = 0.01;

  private static final int LOOKBACK = 20;
  private static final double FORGETTING = 0.8;

  private final SparseVectors vectors;

  private ItemContent(SparseVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * Of all columns of the Items data set.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static ItemContent of(Features items, Progress progress) {
    var parts = new ArrayList<SparseVectors>();
    for (Column column : items.columns()) {
      if (!column.name().equals(CREATED)) {
        List<SparseVectors> kinds = ContentColumn.vectors(column, progress);
        for (SparseVectors part : kinds) {
          double information = part.information();
          if (information > LEAST_INFORMATION) {
            parts.add(part.ofLength(information / Math.sqrt(kinds.size())));
          }
        }
      }
    }
    return new ItemContent(SparseVectors.beside(items.rows(), parts).ofLength(1));
  }

  /** The vectors. */
  public SparseVectors vectors() {
    return vectors;
  }

  /** Number of items. */
  public int items() {
    return vectors.rows();
  }

  /** Whether anything tells what an item is like. */
  public boolean known(int item) {
    return !vectors.empty(item);
  }

  /** Whether anything tells what any item is like. */
  public boolean known() {
    return IntStream.range(0, items()).anyMatch(this::known);
  }

  /**
   * For each item the items most like it, by cosine; equal ones by number.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public SparseRows neighbours(int most, Progress progress) {
    var index = WordIndex.of(vectors);
    return SparseRows.compute(items(), most, progress, index::neighbours);
  }

  /**
   * Scores items by how much they are like the last ones of a history.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public Transitions transitions(Progress progress) {
    var weights = Decay.weights(LOOKBACK, FORGETTING);
    return new Transitions(
        NAME, List.of(new Window(1, weights, neighbours(SparseRows.KEPT, progress))));
  }
}
