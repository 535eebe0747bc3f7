package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.TrainingData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineMetricsTest {

  /** The developer guide's own example: of five places the second and the fifth are right. */
  @Test
  void gainsWhatTheGuidesWorkedExampleGains() {
    double gain = Metric.ndcg(5).of(Ranks.of(new int[] {10, 1, 11, 12, 2}, Ranks.set(1, 2)));
    assertThat(gain).isCloseTo(0.6241, within(0.00005));
  }

  @Test
  void measuresAHandComputedCase() {
    // The lists are 0, 1, …, 24 for everybody, of 50 items.
    var first = new Case(0, new int[] {40}, new int[] {1, 45});
    var second = new Case(1, new int[] {41}, new int[] {30});
    Map<String, Double> metrics =
        measure(new Counting(50), RecipeType.USER_PERSONALIZATION, List.of(first, second));
    double oneHitOfTwo = (1 / log2(3)) / (1 + 1 / log2(3));
    assertThat(metrics)
        .containsOnlyKeys(
            "coverage",
            "mean_reciprocal_rank_at_25",
            "normalized_discounted_cumulative_gain_at_5",
            "normalized_discounted_cumulative_gain_at_10",
            "normalized_discounted_cumulative_gain_at_25",
            "precision_at_5",
            "precision_at_10",
            "precision_at_25");
    assertThat(metrics.get("coverage")).isEqualTo(25 / 50.0);
    assertThat(metrics.get("mean_reciprocal_rank_at_25")).isEqualTo((1 / 2.0 + 0) / 2);
    assertThat(metrics.get("normalized_discounted_cumulative_gain_at_5"))
        .isCloseTo(oneHitOfTwo / 2, within(1e-12));
    assertThat(metrics.get("precision_at_5")).isEqualTo((1 / 5.0) / 2);
    assertThat(metrics.get("precision_at_25")).isEqualTo((1 / 25.0) / 2);
  }

  @Test
  void asksRelatedItemsForTheLastInputItem() {
    var cases = List.of(new Case(0, new int[] {7, 3}, new int[] {4}));
    Map<String, Double> metrics = measure(new Counting(50), RecipeType.RELATED_ITEMS, cases);
    assertThat(metrics.get("mean_reciprocal_rank_at_25")).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "5, 4", "10, 9", "19, 17", "20, 18", "100, 90"})
  void takesTheNewestTenthForTruth(int events, int input) {
    Case tested = PersonalizeSplit.newestTenthOff(0, IntStream.range(0, events).toArray());
    assertThat(tested.input()).containsExactly(IntStream.range(0, input).toArray());
    assertThat(tested.truth()).containsExactly(IntStream.range(input, events).toArray());
  }

  @Test
  void testsATenthOfTheUsersChosenBySeed() {
    Interactions data = everyoneWatches(200, 10);
    PersonalizeSplit split = PersonalizeSplit.of(data, 5);
    assertThat(split.cases()).hasSize(20);
    assertThat(split.training().events()).isEqualTo(180 * 10);
    assertThat(split.training().firstEvent())
        .isEqualTo(PersonalizeSplit.of(data, 5).training().firstEvent())
        .isNotEqualTo(PersonalizeSplit.of(data, 6).training().firstEvent());
  }

  @Test
  void testsNobodyWhereNobodyHasTwoEvents() {
    assertThat(PersonalizeSplit.of(everyoneWatches(30, 1), 5).cases()).isEmpty();
  }

  private static Map<String, Double> measure(Recommender model, RecipeType type, List<Case> cases) {
    return new ItemLists(TrainingData.of(everyoneWatches(0, 0)), type, cases)
        .measure(model, Progress.none());
  }

  private static Interactions everyoneWatches(int users, int items) {
    var user = new int[users * items];
    var item = new int[users * items];
    Arrays.setAll(user, event -> event / items);
    Arrays.setAll(item, event -> event % items);
    return Interactions.of(users, items, user, item, new long[users * items]);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** Answers 0, 1, 2, … to a history, and the numbers after it to an item. */
  private record Counting(int items) implements Recommender {

    @Override
    public String recipe() {
      return "counting";
    }

    @Override
    public Ranking recommend(Query query) {
      int first = query.item() + 1;
      return Ranking.unscored(IntStream.range(first, first + query.limit()).toArray());
    }

    @Override
    public Explanation explain(Query query, int item) {
      return Explanation.of(item, List.of());
    }

    @Override
    public void save(Path file) {
      throw new UnsupportedOperationException();
    }
  }
}
