package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.OfflineMetrics;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How good the recipes are on the sample world, so that a change for the worse is noticed. */
class QualityTest {

  private static final String NDCG = "normalized_discounted_cumulative_gain_at_25";

  private final Map<String, Double> popular = measured("aws-popularity-count");

  @Test
  void userPersonalizationBeatsPopularityByFar() {
    Map<String, Double> personal = measured("aws-user-personalization");
    assertThat(personal.get(NDCG)).isGreaterThan(2 * popular.get(NDCG));
    assertThat(personal.get("coverage")).isGreaterThan(3 * popular.get("coverage"));
  }

  @Test
  void simsBeatsPopularity() {
    Map<String, Double> related = measured("aws-sims");
    assertThat(related.get(NDCG)).isGreaterThan(1.3 * popular.get(NDCG));
  }

  private static Map<String, Double> measured(String name) {
    Recipe recipe = Recipes.named(name).orElseThrow();
    return OfflineMetrics.measure(
        recipe,
        TrainingData.of(SampleInteractions.WORLD.data()),
        Settings.defaults(recipe, 1),
        Progress.none());
  }
}
