package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimsTest {

  private static final Recipe RECIPE = Recipes.named("aws-sims").orElseThrow();

  /**
   * Item 0 shares 6 users with item 1, which nobody else has; 8 with item 2, which 20 have; 2 with
   * item 3, which nobody else has.
   */
  private static final Interactions DATA = data();

  @Test
  void discountZeroPrefersThePopularNeighbour() {
    assertThat(neighbours("0.0", "3", 2)).containsExactly(2, 1);
  }

  @Test
  void discountOnePrefersTheNeighbourThatIsLittleElse() {
    assertThat(neighbours("1.0", "3", 2)).containsExactly(1, 2);
  }

  @Test
  void pairsBelowTheMinimumGetTheirPlaceByPopularityOnly() {
    assertThat(neighbours("1.0", "2", 3)).startsWith(1).contains(3);
    assertThat(neighbours("1.0", "3", 3)).containsExactly(1, 2, 4);
  }

  @Test
  void anUnknownItemGetsPopularItems() {
    assertThat(trained("0.5", "3").recommend(Query.ofItem(77, 2)).items()).containsExactly(2, 0);
  }

  @Test
  void theMostPopularItemIsANeighbourUnlessPercentilesAreGiven() {
    assertThat(byDefaultBut(Map.of()).recommend(Query.ofItem(0, 2)).items()).contains(2);
    assertThat(explained(Map.of())).isPositive();
    assertThat(explained(Map.of("max_item_interaction_count_percentile", "0.7"))).isZero();
  }

  @Test
  void theRarestItemIsANeighbourUnlessPercentilesAreGiven() {
    assertThat(byDefaultBut(Map.of()).explain(Query.ofItem(0, 1), 1).score()).isPositive();
    assertThat(
            byDefaultBut(Map.of("min_item_interaction_count_percentile", "0.5"))
                .explain(Query.ofItem(0, 1), 1)
                .score())
        .isZero();
  }

  /** How strongly item 2, the most popular, goes with item 0. */
  private static double explained(Map<String, String> percentiles) {
    return byDefaultBut(percentiles).explain(Query.ofItem(0, 1), 2).score();
  }

  private static Recommender byDefaultBut(Map<String, String> percentiles) {
    return RECIPE.train(
        TrainingData.of(DATA), Settings.of(RECIPE, Map.of(), percentiles, 1), Progress.none());
  }

  private static int[] neighbours(String discount, String least, int limit) {
    return trained(discount, least).recommend(Query.ofItem(0, limit)).items();
  }

  private static Recommender trained(String discount, String least) {
    var settings =
        Settings.of(
            RECIPE,
            Map.of("popularity_discount_factor", discount, "min_cointeraction_count", least),
            Map.of(
                "max_item_interaction_count_percentile", "1",
                "min_item_interaction_count_percentile", "0",
                "max_user_history_length_percentile", "1",
                "min_user_history_length_percentile", "0"),
            1);
    return RECIPE.train(TrainingData.of(DATA), settings, Progress.none());
  }

  private static Interactions data() {
    List<int[]> events = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      if (user < 12) {
        events.add(new int[] {user, 0});
      }
      if (user < 6) {
        events.add(new int[] {user, 1});
      }
      if (user >= 4 && user < 24) {
        events.add(new int[] {user, 2});
      }
      if (user < 2) {
        events.add(new int[] {user, 3});
      }
      if (user >= 30) {
        events.add(new int[] {user, 4});
      }
    }
    return Interactions.of(
        40,
        5,
        events.stream().mapToInt(e -> e[0]).toArray(),
        events.stream().mapToInt(e -> e[1]).toArray(),
        new long[events.size()]);
  }
}
