package dev.maitred.personalize.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.recipe.Recipes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.HyperParameterRanges;

class SearchPlanTest {
  private static final Recipe RECIPE = Recipes.named("aws-user-personalization").orElseThrow();

  @Test
  void looksInTheDocumentedRangesForWhatIsTunable() {
    SearchPlan plan = SearchPlan.of(RECIPE, null);

    assertThat(plan.ranges())
        .extracting(range -> range.parameter().name(), SearchRange::min, SearchRange::max)
        .contains(tuple("hidden_dimension", 32.0, 256.0), tuple("bptt", 2.0, 32.0));
    assertThat(plan.ranges())
        .extracting(range -> range.parameter().name())
        .doesNotContain("min_user_history_length_percentile");
    assertThat(plan.trials()).isPositive();
  }

  @Test
  void followsTheRangesThatAreGiven() {
    SearchPlan plan =
        plan(
            ranges ->
                ranges
                    .integerHyperParameterRanges(
                        range -> range.name("training.bptt").minValue(4).maxValue(8))
                    .categoricalHyperParameterRanges(
                        range -> range.name("recency_mask").values("true")));

    assertThat(plan.ranges())
        .extracting(
            range -> range.parameter().name(),
            SearchRange::min,
            SearchRange::max,
            SearchRange::values)
        .containsExactly(
            tuple("bptt", 4.0, 8.0, List.of()), tuple("recency_mask", 0.0, 0.0, List.of("true")));
    assertThat(plan.trials()).isEqualTo(7);
  }

  @Test
  void refusesWhatTheRecipeDoesNotTune() {
    refuses("no hyperparameter `depth`", integer("depth", 1, 2));
    refuses("must lie within 2 to 32", integer("bptt", 1, 8));
    refuses("must lie within 2 to 32", integer("bptt", 8, 4));
    refuses("another list of ranges", integer("recency_mask", 0, 1));
    refuses(
        "can't be tuned",
        ranges ->
            ranges.continuousHyperParameterRanges(
                range -> range.name("min_user_history_length_percentile")));
    refuses(
        "has no values",
        ranges -> ranges.categoricalHyperParameterRanges(range -> range.name("recency_mask")));
    assertThatThrownBy(
            () -> SearchPlan.of(Recipes.named("aws-popularity-count").orElseThrow(), null))
        .hasMessageContaining("has no hyperparameter that can be tuned");
  }

  @Test
  void tellsTheValuesThatWereChosen() {
    Settings chosen = Settings.of(RECIPE, Map.of("bptt", "6"), Map.of(), 1);

    assertThat(plan(integer("bptt", 4, 8)).chosen(chosen)).isEqualTo(Map.of("bptt", "6"));
  }

  @Test
  void triesTheStartAndThenTheWholeRange() {
    Settings start = Settings.defaults(RECIPE, 4);
    SearchPlan plan =
        plan(
            ranges ->
                ranges
                    .integerHyperParameterRanges(
                        range -> range.name("bptt").minValue(3).maxValue(8))
                    .categoricalHyperParameterRanges(
                        range -> range.name("recency_mask").values("false", "true")));

    List<Settings> tried = plan.candidates(start);

    assertThat(tried).hasSize(7);
    assertThat(tried.getFirst().integer("bptt")).isEqualTo(8);
    assertThat(tried.getFirst().flag("recency_mask")).isTrue();
    assertThat(tried.getFirst().integer("hidden_dimension")).isEqualTo(149);
    assertThat(tried.subList(1, 7))
        .extracting(settings -> settings.integer("bptt"))
        .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8);
    assertThat(tried).extracting(settings -> settings.flag("recency_mask")).contains(true, false);
    assertThat(values(plan.candidates(start))).isEqualTo(values(tried));
    assertThat(values(plan.candidates(Settings.defaults(RECIPE, 5)))).isNotEqualTo(values(tried));
  }

  private static List<String> values(List<Settings> tried) {
    return tried.stream().map(one -> one.text("bptt") + one.text("recency_mask")).toList();
  }

  private static Consumer<HyperParameterRanges.Builder> integer(String name, int min, int max) {
    return ranges ->
        ranges.integerHyperParameterRanges(range -> range.name(name).minValue(min).maxValue(max));
  }

  private static SearchPlan plan(Consumer<HyperParameterRanges.Builder> ranges) {
    HPOConfig config =
        HPOConfig.builder()
            .algorithmHyperParameterRanges(ranges)
            .hpoResourceConfig(resources -> resources.maxNumberOfTrainingJobs("7"))
            .build();
    return SearchPlan.of(RECIPE, config);
  }

  private static void refuses(String says, Consumer<HyperParameterRanges.Builder> ranges) {
    assertThatThrownBy(() -> plan(ranges)).hasMessageContaining(says);
  }
}
