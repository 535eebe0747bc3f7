package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a recommender must beat to be worth its training; each is a recipe to compare with. */
public final class Baselines {

  /** The newest tenth of the events counts as recent. */
  private static final double RECENT = 0.1;

  private static final Recipe RECENT_POPULARITY =
      new Baseline(
          "recent-popularity",
          data -> {
            float[] recent = recent(data);
            return history -> recent;
          });

  private static final Recipe NEXT_AFTER_LAST =
      new Baseline(
          "next-after-last",
          data -> {
            float[] popular = counts(data, event -> true);
            Successors successors = Successors.of(data);
            return history -> successors.after(history, popular);
          });

  private Baselines() {}

  /**
   * {@code recent-popularity}, the items with the most events of late, and {@code next-after-last},
   * those that most often came right after the last item (a Markov chain of the first order),
   * filled up with popular ones.
   */
  public static List<Recipe> all() {
    return List.of(RECENT_POPULARITY, NEXT_AFTER_LAST);
  }

  private static float[] recent(Interactions data) {
    long[] times = data.time().clone();
    Arrays.parallelSort(times);
    long since = times.length == 0 ? 0 : times[(int) ((1 - RECENT) * (times.length - 1))];
    return counts(data, event -> data.time()[event] >= since);
  }

  private static float[] counts(Interactions data, IntPredicate counted) {
    var counts = new float[data.items()];
    IntStream.range(0, data.events())
        .filter(counted)
        .forEach(event -> counts[data.item()[event]]++);
    for (int item = 0; item < counts.length; item++) {
      counts[item] = counts[item] == 0 ? Float.NEGATIVE_INFINITY : counts[item];
    }
    return counts;
  }
}
