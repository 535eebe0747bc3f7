package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.Trial;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.recipe.Recipes;
import dev.maitred.recommend.trend.TrendCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Sixty items of steady popularity, the smallest numbers the most; each in turn has a wave: over
 * four days it is asked for more and more.
 */
class TrendTrialTest {

  private static final int ITEMS = 60;
  private static final long DAY = 86_400;
  private static final Interactions WAVES = waves();

  @Test
  void whatRisesForeseesWhatWillRiseBetterThanPopularityDoes() {
    Recipe trending = Recipes.named("aws-trending-now").orElseThrow();
    Recipe popular = Recipes.named("aws-popularity-count").orElseThrow();
    assertThat(accuracy(trending)).isGreaterThan(accuracy(popular) + 0.1);
  }

  /** The trial asks whether to go on, and then the training of the first end is to stop. */
  @Test
  void stopsInTheTrainingOfAnEnd() {
    Recipe trending = Recipes.named("aws-trending-now").orElseThrow();
    var data = TrainingData.of(WAVES);
    var settings = Settings.defaults(trending, 1);
    var model = trending.train(data, settings, Progress.none());
    var stopping = new StoppedProgress(1);
    Trial none = new NoLists(data);
    var trained = new ArrayList<Recommender>();
    Recipe noting = new Noting(trending, trained);
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(
            () -> new TrendTrial(none, noting, data, settings, (int) DAY).measure(model, stopping));
    assertThat(trained).isEmpty();
  }

  /** A recipe that notes the models it makes. */
  private record Noting(Recipe recipe, List<Recommender> trained) implements Recipe {
    @Override
    public String name() {
      return recipe.name();
    }

    @Override
    public RecipeType type() {
      return recipe.type();
    }

    @Override
    public boolean scored() {
      return recipe.scored();
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return recipe.hyperparameters();
    }

    @Override
    public Recommender train(TrainingData data, Settings settings, Progress progress) {
      Recommender model = recipe.train(data, settings, progress);
      trained.add(model);
      return model;
    }

    @Override
    public Recommender read(ModelReader in) {
      return recipe.read(in);
    }
  }

  /** A measurement of nothing. */
  private record NoLists(TrainingData training) implements Trial {
    @Override
    public Map<String, Double> measure(Recommender model, Progress progress) {
      return Map.of();
    }
  }

  /** Kendall's τ with the growth that comes: for growth clearly, for popularity not. */
  @Test
  void growthOrdersItemsAsTheirGrowthWillBe() {
    double byGrowth = 0;
    double byPopularity = 0;
    for (int day = 20; day < 60; day++) {
      long end = day * DAY;
      Interactions past = TrendTrial.until(WAVES, end);
      var counts = TrendCounts.of(past, (int) DAY).at(end);
      int[] events = new int[ITEMS];
      for (int item : past.item()) {
        events[item]++;
      }
      int[] rise = TrendTrial.rise(WAVES, end, (int) DAY);
      float[] growth = counts.growth();
      byGrowth += tau(growth, rise, growth);
      float[] popularity = new float[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        popularity[item] = events[item];
      }
      byPopularity += tau(popularity, rise, growth);
    }
    assertThat(byGrowth / 40).isGreaterThan(0.1).isGreaterThan(byPopularity / 40 + 0.1);
  }

  private static double tau(float[] predicted, int[] rise, float[] growth) {
    double agree = 0;
    double pairs = 0;
    for (int one = 0; one < ITEMS; one++) {
      for (int other = 0; other < one; other++) {
        if (Float.isFinite(growth[one]) && Float.isFinite(growth[other])) {
          agree +=
              Math.signum(predicted[one] - predicted[other]) * Math.signum(rise[one] - rise[other]);
          pairs++;
        }
      }
    }
    return pairs == 0 ? 0 : agree / pairs;
  }

  private static double accuracy(Recipe recipe) {
    var settings =
        recipe.hyperparameters().isEmpty()
            ? Settings.defaults(recipe, 1)
            : Settings.of(recipe, Map.of(), Map.of("trend_discovery_frequency", "1 day"), 1);
    return TrendTrial.of(recipe, (int) DAY)
        .trial(TrainingData.of(WAVES), settings)
        .orElseThrow()
        .measure(recipe.train(TrainingData.of(WAVES), settings, Progress.none()), Progress.none())
        .get("trend_prediction_accuracy");
  }

  private static Interactions waves() {
    var random = new SplittableRandom(4);
    List<long[]> events = new ArrayList<>();
    for (int day = 0; day < 62; day++) {
      for (int item = 0; item < ITEMS; item++) {
        int since = day - item;
        int count = (ITEMS - item) / 8 + (since >= 0 && since < 4 ? 8 * (since + 1) : 0);
        for (int event = 0; event < count; event++) {
          events.add(new long[] {random.nextInt(200), item, day * DAY + random.nextLong(DAY)});
        }
      }
    }
    return Interactions.of(
        200,
        ITEMS,
        events.stream().mapToInt(event -> (int) event[0]).toArray(),
        events.stream().mapToInt(event -> (int) event[1]).toArray(),
        events.stream().mapToLong(event -> event[2]).toArray());
  }
}
