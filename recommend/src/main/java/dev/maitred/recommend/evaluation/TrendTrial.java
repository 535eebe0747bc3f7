package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Measurement;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurement of recipes of what is on the rise: that of all recipes for items, and {@code
 * trend_prediction_accuracy}: by how much the events of the top 25 rise in the next interval, as a
 * share of by how much those of the 25 that rise most do; a mean over up to {@value #CUTS} ends of
 * the training, each an interval apart, the last ones of the data.
 *
 * <p>The rise is that of the next interval over the interval before the last of the training. Over
 * the last one itself it would be chance that is measured: what has just been seen often is seen
 * less often next, whatever the trend (docs/decisions/106-trends.md).
 *
 * @param items the measurement of all recipes for items
 * @param recipe trained anew for each end
 * @param data all of it
 * @param interval length of an interval in seconds
 */
public record TrendTrial(
    Trial items, Recipe recipe, TrainingData data, Settings settings, int interval)
    implements Trial {

  private static final int CUTS = 10;
  private static final int TOP = 25;

  /** The measurement of a recipe whose intervals are so many seconds long. */
  public static Measurement of(Recipe recipe, int interval) {
    Measurement usual = ItemLists.ofType(RecipeType.POPULAR_ITEMS);
    return (data, settings) ->
        usual
            .trial(data, settings)
            .map(items -> new TrendTrial(items, recipe, data, settings, interval));
  }

  @Override
  public TrainingData training() {
    return items.training();
  }

  @Override
  public Map<String, Double> measure(Recommender model, Progress progress) {
    var metrics = new LinkedHashMap<>(items.measure(model, progress));
    metrics.put("trend_prediction_accuracy", accuracy(progress));
    return metrics;
  }

  private double accuracy(Progress progress) {
    long newest = Arrays.stream(data.events().time()).max().orElse(0);
    List<Double> shares = new ArrayList<>();
    for (int cut = 1; cut <= CUTS; cut++) {
      share(newest - (long) cut * interval, progress).ifPresent(shares::add);
    }
    return shares.stream().mapToDouble(share -> share).average().orElse(0);
  }

  /** The share for a training that ends at a time; empty if nothing rises then. */
  private Optional<Double> share(long end, Progress progress) {
    progress.check();
    int[] rise = rise(data.events(), end, interval);
    int[] rising = Arrays.stream(rise).filter(more -> more > 0).sorted().toArray();
    double best = Arrays.stream(rising).skip(Math.max(0, rising.length - TOP)).sum();
    Interactions past = until(data.events(), end);
    if (best <= 0 || past.events() == 0) {
      return Optional.empty();
    }
    int[] top =
        recipe
            .train(data.with(past), settings, progress.quietly())
            .recommend(Query.ofHistory(new int[0], TOP))
            .items();
    double got = Arrays.stream(top).map(item -> rise[item]).sum();
    return Optional.of(Math.clamp(got / best, 0, 1));
  }

  /** For each item how many more events it has in the interval after a time than two before. */
  public static int[] rise(Interactions events, long end, int interval) {
    var rise = new int[events.items()];
    for (int event = 0; event < events.events(); event++) {
      long age = end - events.time()[event];
      if (age < 0 && age >= -interval) {
        rise[events.item()[event]]++;
      } else if (age >= interval && age < 2L * interval) {
        rise[events.item()[event]]--;
      }
    }
    return rise;
  }

  /** The events up to a time. */
  public static Interactions until(Interactions events, long end) {
    return events.oldest(user -> events.before(user, end + 1));
  }
}
