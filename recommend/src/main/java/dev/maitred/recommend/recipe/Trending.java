package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Measurement;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.TrendTrial;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.trend.TrendCounts;
import dev.maitred.recommend.trend.Trends;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code aws-trending-now} and the use case {@code aws-vod-trending-now}: the items whose events
 * grow fastest from the interval before the last to the last, the same for everybody; then popular
 * ones, which is all there is once nothing happened in two intervals. {@code
 * trend_discovery_frequency} is the length of an interval.
 *
 * @param name the recipe's name
 * @param choosesInterval whether the length is a hyperparameter; two hours if not
 */
record Trending(String name, boolean choosesInterval) implements Recipe {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final String DEFAULT = "2 hours";
  private static final Map<String, Integer> SECONDS =
      Map.of(
          "30 minutes",
          30 * MINUTE,
          "1 hour",
          HOUR,
          DEFAULT,
          2 * HOUR,
          "3 hours",
          3 * HOUR,
          "1 day",
          24 * HOUR);
  private static final Hyperparameter INTERVAL =
      Hyperparameter.ofChoice(
          "trend_discovery_frequency",
          DEFAULT,
          List.of("30 minutes", "1 hour", DEFAULT, "3 hours", "1 day"),
          Map.of("30 min", "30 minutes", "1h", "1 hour", "3h", "3 hours"));

  /** The recipe, and the use case of the video domain. */
  static List<Recipe> all() {
    return List.of(
        new Trending("aws-trending-now", true), new Trending("aws-vod-trending-now", false));
  }

  @Override
  public RecipeType type() {
    return RecipeType.POPULAR_ITEMS;
  }

  @Override
  public boolean scored() {
    return false;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return choosesInterval ? List.of(INTERVAL) : List.of();
  }

  @Override
  public Optional<Measurement> measurement() {
    return Optional.of(
        (data, settings) -> TrendTrial.of(this, seconds(settings)).trial(data, settings));
  }

  private String interval(Settings settings) {
    return choosesInterval ? settings.choice(INTERVAL.name()) : DEFAULT;
  }

  private int seconds(Settings settings) {
    return SECONDS.getOrDefault(interval(settings), 2 * HOUR);
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    progress.step("popularity", 0, "counting users");
    var popularity = Popularity.of(data.events());
    progress.step("trend", 0.5, "counting the events of twice " + interval(settings));
    var counts = TrendCounts.of(data.events(), seconds(settings));
    progress.step("trend", 1, counts.item().length + " events");
    return new Model(name, popularity, counts);
  }

  @Override
  public Recommender read(ModelReader in) {
    return new Model(in.recipe(), Popularity.read(in), TrendCounts.read(in));
  }

  private record Model(String recipe, Popularity popularity, TrendCounts counts) implements Trends {

    @Override
    public int items() {
      return popularity.items();
    }

    @Override
    public Trends advanced(int[] items, long[] times) {
      return new Model(recipe, popularity, counts.advanced(items, times));
    }

    @Override
    public Ranking recommend(Query query) {
      float[] growth = counts.growth();
      int[] rising =
          TopItems.select(
              growth, query.limit(), item -> growth[item] > 0 && query.filter().test(item));
      return Ranking.unscored(popularity.fillUp(rising, query.limit(), query.filter()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>An item that rises is ranked by its growth; one that does not comes after all that do, by
     * its users: the fewer, the further below 0.
     */
    @Override
    public Explanation explain(Query query, int item) {
      float growth = counts.growth()[item];
      Part part =
          growth > 0
              ? new Part("trend", Explanation.NO_EVENT, growth)
              : new Part("popularity", Explanation.NO_EVENT, -1.0 / (1 + popularity.users(item)));
      return Explanation.of(item, List.of(part));
    }

    @Override
    public void save(Path file) {
      ModelWriter.write(
          file,
          recipe,
          out -> {
            popularity.write(out);
            counts.write(out);
          });
    }
  }
}
