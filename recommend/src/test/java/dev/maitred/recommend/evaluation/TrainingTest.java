package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.recipe.Recipes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {

  private static final int USERS = 60;
  private static final int ITEMS = 12;
  private static final Interactions DATA = cycles();

  @Test
  void trainsAComponentOnceToMeasureAndThoseThatHelpOnceMoreToDeploy() {
    List<String> components = new ArrayList<>();
    run(personalization(), (component, fraction, detail) -> components.add(component));
    for (String component : List.of("markov", "ridge", "ease")) {
      assertThat(components).filteredOn(component::equals).hasSizeBetween(1, 2);
    }
    assertThat(components).filteredOn("popularity"::equals).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("dev.maitred.recommend.recipe.Recipes#all")
  void progressNeverFallsAndEndsAtOne(Recipe recipe) {
    List<Double> fractions = new ArrayList<>();
    run(recipe, (component, fraction, detail) -> fractions.add(fraction));
    assertThat(fractions).isSorted().last().isEqualTo(1.0);
  }

  @ParameterizedTest
  @MethodSource("dev.maitred.recommend.recipe.Recipes#all")
  void measuresEveryMetricAndDeploysAModelOfEverything(Recipe recipe) {
    Training.Trained trained = run(recipe, Progress.none());
    assertThat(trained.metrics())
        .isEqualTo(
            OfflineMetrics.measure(
                recipe, TrainingData.of(DATA), Settings.defaults(recipe, 1), Progress.none()))
        .hasSize(metrics(recipe));
    switch (recipe.type()) {
      case USER_SEGMENTATION -> assertThat(trained.model().items()).isEqualTo(ITEMS + 1);
      case PERSONALIZED_ACTIONS ->
          assertThat(trained.model().recommend(Query.ofHistory(new int[0], 9)).items()).isEmpty();
      case PERSONALIZED_RANKING ->
          assertThat(
                  trained
                      .model()
                      .recommend(Query.ofList(new int[0], new int[] {ITEMS + 1, ITEMS, 0}))
                      .items())
              .containsExactly(0, ITEMS, ITEMS + 1);
      case USER_PERSONALIZATION, POPULAR_ITEMS, RELATED_ITEMS ->
          assertThat(trained.model().recommend(Query.ofHistory(new int[0], 99)).items())
              .contains(ITEMS);
    }
  }

  /** Of attributes and actions these data hold nothing to measure. */
  private static int metrics(Recipe recipe) {
    return switch (recipe.name()) {
      case "aws-trending-now", "aws-vod-trending-now" -> 9;
      case "aws-item-affinity" -> 3;
      case "aws-item-attribute-affinity", "aws-next-best-action" -> 0;
      default -> 8;
    };
  }

  private static Recipe personalization() {
    return Recipes.named("aws-user-personalization").orElseThrow();
  }

  private static Training.Trained run(Recipe recipe, Progress progress) {
    return Training.run(recipe, TrainingData.of(DATA), Settings.defaults(recipe, 1), progress);
  }

  /** Everybody goes round twelve items; the last item is known from the last event of one user. */
  private static Interactions cycles() {
    int each = 10;
    var user = new int[USERS * each];
    var item = new int[USERS * each];
    var time = new long[USERS * each];
    Arrays.setAll(user, event -> event / each);
    Arrays.setAll(item, event -> (event / each + event) % ITEMS);
    Arrays.setAll(time, event -> event);
    item[item.length - 1] = ITEMS;
    return Interactions.of(USERS, ITEMS + 1, user, item, time);
  }
}
