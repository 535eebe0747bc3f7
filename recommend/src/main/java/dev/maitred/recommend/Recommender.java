package dev.maitred.recommend;

import java.nio.file.Path;

/** A trained model: immutable, safe for use by many threads, and the same whoever asks. */
public interface Recommender {

  /** The name of the recipe that made it. */
  String recipe();

  /** Number of items in the numbering it was trained with; items are 0 to {@code items() - 1}. */
  int items();

  /**
   * The best items for a query, best first, equal ones by number; of a recipe for users or actions
   * the best of those. Items without an event in training are answered by exploration, by likeness
   * and at the end of a list to be put in order only; fewer than {@link Query#limit} come back when
   * fewer pass the filter.
   */
  Ranking recommend(Query query);

  /**
   * Why an item stands where it stands for a query: parts that add up to the score it is ranked by.
   *
   * @param item a number of this model's, 0 to {@code items() - 1}
   */
  Explanation explain(Query query, int item);

  /**
   * Writes the model to a file that {@code Recommenders.load} reads. The file appears whole or not
   * at all: it is written beside its place, forced to disk and renamed.
   */
  void save(Path file);
}
