package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.trend.Trends;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendingTest {

  private static final Recipe RECIPE = Recipes.named("aws-trending-now").orElseThrow();
  private static final Query TOP = Query.ofHistory(new int[0], 4);
  private static final long HOUR = 3_600;

  @Test
  void whatRisesComesBeforeWhatIsPopular() {
    assertThat(trained("2 hours").recommend(TOP).items()).containsExactly(2, 0, 1, 3);
  }

  @Test
  void thePopularComeWhenNothingHappens() {
    int unknown = 99;
    long later = 100 * HOUR + 4 * HOUR + 1;
    Trends quiet = trained("2 hours").advanced(new int[] {unknown}, new long[] {later});
    assertThat(quiet.recommend(TOP).items()).containsExactly(0, 2, 1, 3);
  }

  @Test
  void newEventsCountWithoutTraining() {
    Trends model = trained("2 hours");
    long hour = 102 * HOUR;
    Trends after =
        model.advanced(new int[] {3, 3, 3, 3, 3}, new long[] {hour, hour, hour, hour, hour});
    assertThat(after.recommend(TOP).items()).startsWith(3);
    assertThat(model.recommend(TOP).items()).startsWith(2);
  }

  @Test
  void theIntervalDecidesWhatRises() {
    assertThat(trained("2 hours").recommend(TOP).items()).startsWith(2, 0);
    assertThat(trained("1 day").recommend(TOP).items()).startsWith(0, 2);
  }

  @Test
  void explainsARisingItemByItsGrowthAndAnotherByItsUsers() {
    Trends model = trained("2 hours");
    assertThat(model.explain(TOP, 2).score()).isPositive();
    assertThat(model.explain(TOP, 0).score()).isGreaterThan(model.explain(TOP, 1).score());
  }

  @ParameterizedTest
  @CsvSource({"30 min, 30 minutes", "1h, 1 hour", "3h, 3 hours", "1 day, 1 day"})
  void takesTheOlderSpellings(String given, String meant) {
    assertThat(settings(given).choice("trend_discovery_frequency")).isEqualTo(meant);
  }

  @Test
  void refusesAnotherInterval() {
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(() -> settings("5 hours"))
        .withMessageContaining("one of 30 minutes, 1 hour, 2 hours, 3 hours, 1 day");
  }

  private static Settings settings(String interval) {
    return Settings.of(RECIPE, Map.of(), Map.of("trend_discovery_frequency", interval), 1);
  }

  private static Trends trained(String interval) {
    return (Trends) RECIPE.train(TrainingData.of(DATA), settings(interval), Progress.none());
  }

  private static final Interactions DATA = data();

  /**
   * Item 0: 40 users in the last day, none in the last two hours; item 1: 3 users; item 2: 5 users
   * in the last two hours; item 3: one user long ago.
   */
  private static Interactions data() {
    List<long[]> events = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      events.add(new long[] {user, 0, 80 * HOUR});
    }
    for (int user = 0; user < 3; user++) {
      events.add(new long[] {user, 1, 70 * HOUR});
    }
    for (int user = 10; user < 15; user++) {
      events.add(new long[] {user, 2, 100 * HOUR});
    }
    events.add(new long[] {5, 3, HOUR});
    return Interactions.of(
        40,
        4,
        events.stream().mapToInt(event -> (int) event[0]).toArray(),
        events.stream().mapToInt(event -> (int) event[1]).toArray(),
        events.stream().mapToLong(event -> event[2]).toArray());
  }
}
