package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarItemsTest {

  private static final int DAY = 86_400;

  /** Items 0 to 9 follow each other in a ring; item 10 is everybody's; item 11 one user's. */
  private static final Interactions RING = ring();

  @Test
  void whatComesNextIsNearest() {
    Recommender model = trained("aws-similar-items", TrainingData.of(RING), Map.of());
    for (int item = 0; item < 10; item++) {
      assertThat(model.recommend(Query.ofItem(item, 1)).items()).containsExactly((item + 1) % 10);
    }
  }

  @Test
  void aDiscountTakesFromThePopular() {
    assertThat(strength(10, "1.0")).isLessThan(strength(10, "0.0"));
  }

  @Test
  void anItemOfFewUsersGoesByItsContent() {
    Recommender model = trained("aws-similar-items", described(RING), Map.of());
    assertThat(model.recommend(Query.ofItem(11, 2)).items()).containsExactlyInAnyOrder(3, 4);
    assertThat(model.recommend(Query.ofItem(12, 1)).items()).containsExactly(5);
  }

  @Test
  void anItemOfWhichNothingIsKnownGetsPopularItems() {
    Recommender model = trained("aws-similar-items", described(RING), Map.of());
    assertThat(model.recommend(Query.ofItem(99, 1)).items()).containsExactly(10);
    assertThat(model.recommend(Query.ofItem(13, 1)).items()).containsExactly(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"item_id_hidden_dim", "item_metadata_hidden_dim"})
  void dimensionsCount(String name) {
    TrainingData data = described(SampleInteractions.WORLD.data(), 40);
    assertThat(answers(data, Map.of(name, "30"))).isNotEqualTo(answers(data, Map.of(name, "200")));
  }

  @Test
  void oneBasketIsBoughtTogetherAndTheNextIsNot() {
    var events = new ArrayList<long[]>();
    for (int user = 0; user < 30; user++) {
      int pair = 2 * (user % 3);
      int other = 2 * ((user + 1) % 3);
      events.add(new long[] {user, pair, 10L * DAY});
      events.add(new long[] {user, pair + 1, 10L * DAY});
      events.add(new long[] {user, other, 20L * DAY});
      events.add(new long[] {user, other + 1, 20L * DAY + 60});
    }
    Recommender model =
        trained(
            "aws-ecomm-frequently-bought-together",
            TrainingData.of(interactions(30, 6, events)),
            Map.of());
    for (int item = 0; item < 6; item++) {
      assertThat(model.recommend(Query.ofItem(item, 1)).items()).containsExactly(item ^ 1);
    }
  }

  @Test
  void moreLikeThisIsAlikeAtLeastByHalf() {
    Recommender model = trained("aws-vod-more-like-x", described(RING), Map.of());
    assertThat(model.recommend(Query.ofItem(3, 2)).items()).contains(4, 11);
  }

  private static double strength(int item, String discount) {
    return trained(
            "aws-similar-items",
            TrainingData.of(RING),
            Map.of("popularity_discount_factor", discount))
        .explain(Query.ofItem(0, 20), item)
        .score();
  }

  private static List<String> answers(TrainingData data, Map<String, String> given) {
    Recommender model = trained("aws-similar-items", data, given);
    return IntStream.range(0, 30)
        .mapToObj(item -> Arrays.toString(model.recommend(Query.ofItem(item, 50)).items()))
        .toList();
  }

  private static Recommender trained(String name, TrainingData data, Map<String, String> given) {
    Recipe recipe = Recipes.named(name).orElseThrow();
    return recipe.train(data, Settings.of(recipe, given, Map.of(), 1), Progress.none());
  }

  /** Items 4 and 11 are alike, 5 and 12; nothing is known of 13. */
  private static TrainingData described(Interactions data) {
    List<List<String>> words =
        IntStream.range(0, data.items())
            .mapToObj(
                item ->
                    switch (item) {
                      case 3, 4, 11 -> List.of("four");
                      case 5, 12 -> List.of("five");
                      case 13 -> List.<String>of();
                      default -> List.of("other" + item % 3);
                    })
            .toList();
    return new TrainingData(
        data,
        new Features(data.items(), List.of(Categories.of("KIND", words))),
        Features.none(data.users()));
  }

  private static TrainingData described(Interactions data, int kinds) {
    List<List<String>> words =
        IntStream.range(0, data.items())
            .mapToObj(
                item ->
                    IntStream.range(0, kinds * 6)
                        .filter(word -> (item * 31 + word * 17) % kinds == 0)
                        .mapToObj(word -> "w" + word)
                        .toList())
            .toList();
    return new TrainingData(
        data,
        new Features(data.items(), List.of(Categories.of("KIND", words))),
        Features.none(data.users()));
  }

  private static Interactions ring() {
    var events = new ArrayList<long[]>();
    for (int user = 0; user < 40; user++) {
      for (int step = 0; step < 6; step++) {
        events.add(new long[] {user, (user + step) % 10, step});
      }
      events.add(new long[] {user, 10, 9});
    }
    events.add(new long[] {3, 11, 1});
    return interactions(40, 14, events);
  }

  private static Interactions interactions(int users, int items, List<long[]> events) {
    return Interactions.of(
        users,
        items,
        events.stream().mapToInt(event -> (int) event[0]).toArray(),
        events.stream().mapToInt(event -> (int) event[1]).toArray(),
        events.stream().mapToLong(event -> event[2]).toArray());
  }
}
