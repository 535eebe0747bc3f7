package dev.maitred.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.recipe.Recipes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final Recipe SIMS = Recipes.named("aws-sims").orElseThrow();
  private static final Recipe PERSONAL = Recipes.named("aws-user-personalization").orElseThrow();

  @Test
  void fillsInTheDocumentedDefaults() {
    Settings settings = Settings.defaults(SIMS, 1);
    assertThat(settings.number("popularity_discount_factor")).isEqualTo(0.5);
    assertThat(settings.integer("min_cointeraction_count")).isEqualTo(3);
    assertThat(settings.number("max_item_interaction_count_percentile")).isEqualTo(0.9);
    assertThat(Settings.defaults(PERSONAL, 1).flag("recency_mask")).isTrue();
    assertThat(Settings.defaults(PERSONAL, 1).integer("hidden_dimension")).isEqualTo(149);
  }

  @Test
  void tellsWhatTheCallerChoseFromTheDefaults() {
    Settings settings =
        Settings.of(
            SIMS,
            Map.of(),
            Map.of("featurization.max_item_interaction_count_percentile", "0.9"),
            1);
    assertThat(settings.given("max_item_interaction_count_percentile")).isTrue();
    assertThat(settings.given("min_item_interaction_count_percentile")).isFalse();
  }

  @Test
  void changesSomeValuesAndKeepsTheRest() {
    Settings start = Settings.of(PERSONAL, Map.of("bptt", "7"), Map.of(), 3);

    Settings other = start.with(Map.of("recency_mask", "False"));

    assertThat(other.flag("recency_mask")).isFalse();
    assertThat(other.integer("bptt")).isEqualTo(7);
    assertThat(other.seed()).isEqualTo(3);
    assertThat(start.flag("recency_mask")).isTrue();
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(() -> start.with(Map.of("depth", "2")))
        .withMessageContaining("no hyperparameter `depth`");
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(() -> start.with(Map.of("bptt", "99")));
  }

  @ParameterizedTest
  @CsvSource({
    "bptt, 33, between 2 and 32",
    "bptt, 1.5, whole number between 2 and 32",
    "hidden_dimension, NaN, whole number between 32 and 256",
    "training.recency_mask, yes, true or false"
  })
  void refusesAValueNamingWhatWouldBeRight(String name, String value, String right) {
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(() -> Settings.of(PERSONAL, Map.of(name, value), Map.of(), 1))
        .withMessageContaining("`" + value + "`")
        .withMessageContaining(right);
  }

  @Test
  void refusesAFeaturizationNameAmongTheAlgorithmsHyperparameters() {
    assertThatExceptionOfType(InvalidHyperparameter.class)
        .isThrownBy(
            () ->
                Settings.of(
                    PERSONAL, Map.of("max_user_history_length_percentile", "0.5"), Map.of(), 1))
        .withMessageContaining("it has: hidden_dimension, bptt, recency_mask");
  }
}
