package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.sample.Film;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserPersonalizationTest {

  private static final Recipe RECIPE = Recipes.named("aws-user-personalization").orElseThrow();
  private static final List<Film> FILMS = SampleInteractions.WORLD.films();
  private static final Interactions DATA = SampleInteractions.WORLD.data();
  private static final Recommender MODEL = trained(DATA, Map.of());

  @Test
  void recommendsTheNextPartOfASeriesAtOnceAfterOneMoreEvent() {
    int part = aSecondPart();
    int[] before = DATA.history(3);
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = part - 1;
    assertThat(MODEL.recommend(Query.ofHistory(after, 3)).items()).contains(part);
    assertThat(MODEL.recommend(Query.ofHistory(before, 3)).items()).doesNotContain(part);
  }

  @Test
  void recommendsPopularItemsToAUserWithoutHistory() {
    var popularity = Popularity.of(DATA);
    int[] popular = popularity.top(80, item -> true);
    int[] items = MODEL.recommend(Query.ofHistory(new int[0], 10)).items();
    assertThat(
            Arrays.stream(items).filter(i -> IntStream.of(popular).anyMatch(p -> p == i)).count())
        .as("of ten, those among the eighty most popular; the others are in fashion")
        .isGreaterThanOrEqualTo(8);
  }

  @Test
  void explainsExactlyWhatItRanksBy() {
    int[] history = DATA.history(17);
    Query query = Query.ofHistory(history, 50);
    var ranking = MODEL.recommend(query);
    Explanation first = MODEL.explain(query, ranking.items()[0]);
    Explanation last = MODEL.explain(query, ranking.items()[49]);
    double ratio = Math.log(ranking.scores()[0] / ranking.scores()[49]);
    assertThat(first.score() - last.score()).isCloseTo(ratio, within(1e-3));
    assertThat(first.parts().stream().mapToDouble(Explanation.Part::value).sum())
        .isCloseTo(first.score(), within(1e-9));
  }

  @Test
  void namesEventsByTheirPlaceInTheHistoryAskedWith() {
    int part = aSecondPart();
    Query query = Query.ofHistory(new int[] {-5, 100, 99_999, part - 1}, 5);
    Explanation why = MODEL.explain(query, part);
    assertThat(ofEvent(why, 3)).isGreaterThan(ofEvent(why, 1)).isPositive();
    assertThat(ofEvent(why, 0)).isZero();
    assertThat(ofEvent(why, 2)).isZero();
  }

  private static double ofEvent(Explanation why, int event) {
    return why.parts().stream()
        .filter(part -> part.event() == event)
        .mapToDouble(Explanation.Part::value)
        .sum();
  }

  @Test
  void doesNotRepeatWhatIsHardlyEverWatchedAgain() {
    int[] history = DATA.history(20);
    int[] items = MODEL.recommend(Query.ofHistory(history, 25)).items();
    long repeated =
        Arrays.stream(items).filter(item -> IntStream.of(history).anyMatch(h -> h == item)).count();
    assertThat(repeated).isLessThanOrEqualTo(2);
  }

  @Test
  void looksBackNoFurtherThanBpttForWhatComesNext() {
    Recommender shortsighted = trained(Checkerboard.DATA, Map.of("bptt", "2"));
    Query query = Query.ofHistory(Checkerboard.DATA.history(7), 5);
    int item = shortsighted.recommend(query).items()[0];
    int oldest = Checkerboard.DATA.events(7) - 2;
    assertThat(shortsighted.explain(query, item).parts())
        .filteredOn(part -> part.component().equals("markov") || part.component().equals("ridge"))
        .isNotEmpty()
        .allMatch(part -> part.event() >= oldest);
  }

  @Test
  void countsRecentTrendsOnlyWithRecencyMask() {
    Recommender timeless = trained(Checkerboard.DATA, Map.of("training.recency_mask", "False"));
    assertThat(timeless.explain(Query.ofHistory(new int[] {1}, 1), 2).parts())
        .extracting(Explanation.Part::component)
        .doesNotContain("recent popularity");
    assertThat(MODEL.explain(Query.ofHistory(new int[] {1}, 1), 2).parts())
        .extracting(Explanation.Part::component)
        .contains("recent popularity");
  }

  private static int aSecondPart() {
    return IntStream.range(0, FILMS.size())
        .filter(film -> FILMS.get(film).title().endsWith(" II"))
        .findFirst()
        .orElseThrow();
  }

  private static Recommender trained(Interactions data, Map<String, String> hyperparameters) {
    return RECIPE.train(
        TrainingData.of(data), Settings.of(RECIPE, hyperparameters, Map.of(), 1), Progress.none());
  }
}
