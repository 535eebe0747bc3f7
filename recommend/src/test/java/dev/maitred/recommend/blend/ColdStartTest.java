package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.Recipes;
import dev.maitred.recommend.recipe.SampleInteractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user without history gets, where everybody goes from the hits to ever rarer items: the
 * data that teach best that popularity speaks against an item.
 */
class ColdStartTest {

  private static final Recipe RECIPE = Recipes.named("aws-user-personalization").orElseThrow();
  private static final Query NOBODY = Query.ofHistory(new int[0], 100);
  private static final int ITEMS = 30;
  private static final Interactions DATA = fromHitsToRarities();

  @Test
  void ranksByPopularityAloneWithoutRecency() {
    int[] items = trained("false").recommend(NOBODY).items();
    int[] popular = Popularity.of(DATA).top(ITEMS, item -> true);
    assertThat(items).containsExactly(popular);
  }

  @Test
  void ranksNoItemBehindOneThatIsLessPopularNowAndEver() {
    int[] items = trained("true").recommend(NOBODY).items();
    float[] ever = Standing.ofUsers(Popularity.of(DATA)).values();
    float[] lately = Standing.ofRecentEvents(DATA).values();
    for (int better = 0; better < items.length; better++) {
      for (int worse = better + 1; worse < items.length; worse++) {
        boolean reversed =
            ever[items[worse]] > ever[items[better]]
                && lately[items[worse]] > lately[items[better]];
        assertThat(reversed).as("item %d before %d", items[better], items[worse]).isFalse();
      }
    }
  }

  @Test
  void countsRecentPopularityWhereHeldOutEventsFollowIt() {
    Recommender fashionable =
        RECIPE.train(
            TrainingData.of(SampleInteractions.WORLD.data()),
            Settings.defaults(RECIPE, 1),
            Progress.none());
    int first = fashionable.recommend(NOBODY).items()[0];
    assertThat(fashionable.explain(NOBODY, first).parts())
        .extracting(Explanation.Part::component)
        .containsExactly("popularity", "recent popularity");
    assertThat(fashionable.explain(NOBODY, first).parts())
        .allMatch(part -> part.value() > 0 && part.event() == Explanation.NO_EVENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void explainsExactlyAndScoresSumToOne(String recency) {
    Recommender model = trained(recency);
    Ranking all = model.recommend(NOBODY);
    int last = all.items().length - 1;
    double apart =
        model.explain(NOBODY, all.items()[0]).score()
            - model.explain(NOBODY, all.items()[last]).score();
    assertThat(apart).isCloseTo(Math.log(all.scores()[0] / all.scores()[last]), within(1e-3));
    double sum = 0;
    for (float score : all.scores()) {
      sum += score;
    }
    assertThat(sum).isCloseTo(1, within(1e-3));
  }

  @Test
  void anUpdateWithoutRecencyRanksByPopularityAlone() {
    int[] same = IntStream.range(0, ITEMS).toArray();
    var settings = Settings.of(RECIPE, Map.of("recency_mask", "false"), Map.of(), 1);
    Recommender updated =
        RECIPE.update(trained("true"), same, TrainingData.of(DATA), settings, Progress.none());
    assertThat(updated.recommend(NOBODY).items())
        .containsExactly(Popularity.of(DATA).top(ITEMS, item -> true));
    assertThat(updated.explain(NOBODY, 0).parts())
        .extracting(Explanation.Part::component)
        .containsExactly("popularity");
  }

  @Test
  void takesAHistoryOfUnknownItemsForNone() {
    assertThat(trained("true").recommend(Query.ofHistory(new int[] {-1, 9_999}, 100)).items())
        .isEqualTo(trained("true").recommend(NOBODY).items());
  }

  /** User u has items 0 to length − 1, in that order. */
  private static Interactions fromHitsToRarities() {
    List<int[]> events = new ArrayList<>();
    for (int user = 0; user < 200; user++) {
      int length = 3 + user % 4 * (ITEMS - 3) / 3;
      for (int item = 0; item < length; item++) {
        events.add(new int[] {user, item});
      }
    }
    return Interactions.of(
        200,
        ITEMS,
        events.stream().mapToInt(event -> event[0]).toArray(),
        events.stream().mapToInt(event -> event[1]).toArray(),
        IntStream.range(0, events.size()).mapToLong(at -> events.get(at)[1]).toArray());
  }

  private static Recommender trained(String recency) {
    var settings = Settings.of(RECIPE, Map.of("recency_mask", recency), Map.of(), 1);
    return RECIPE.train(TrainingData.of(DATA), settings, Progress.none());
  }
}
