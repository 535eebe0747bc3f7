package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Settings;
import java.util.stream.IntStream;

/**
 * The range of counts between two percentiles, ends included, by the nearest-rank rule: the value
 * at percentile p of n sorted counts is the ⌈p·n⌉-th. Counts of zero are left out of the ranking.
 */
record Percentiles(int lowest, int highest) {

  static final Hyperparameter MIN_HISTORY =
      Hyperparameter.ofPercentile("min_user_history_length_percentile", 0.0);
  static final Hyperparameter MAX_HISTORY =
      Hyperparameter.ofPercentile("max_user_history_length_percentile", 0.99);

  static Percentiles of(IntStream counts, double min, double max) {
    int[] sorted = counts.filter(count -> count > 0).sorted().toArray();
    return new Percentiles(at(sorted, min), at(sorted, max));
  }

  boolean holds(int count) {
    return count >= lowest && count <= highest;
  }

  /**
   * The data without the users whose histories are shorter or longer than the settings' percentiles
   * {@code min_} and {@code max_user_history_length_percentile}; they keep their numbers.
   */
  static Interactions usualUsers(Interactions data, Settings settings) {
    Percentiles usual =
        of(
            IntStream.range(0, data.users()).map(data::events),
            settings.number(MIN_HISTORY.name()),
            settings.number(MAX_HISTORY.name()));
    return data.oldest(user -> usual.holds(data.events(user)) ? data.events(user) : 0);
  }

  private static int at(int[] sorted, double percentile) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percentile * sorted.length);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }
}
