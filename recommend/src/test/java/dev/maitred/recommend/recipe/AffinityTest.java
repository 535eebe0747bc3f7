package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.affinity.UnknownSubject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four hundred users of whom the first half likes comedies, items 0 to 99, and the second half
 * westerns, items 100 to 199; every third has had three times as much as others.
 */
class AffinityTest {

  private static final Recipe OF_ITEMS = Recipes.named("aws-item-affinity").orElseThrow();
  private static final Recipe OF_ATTRIBUTES =
      Recipes.named("aws-item-attribute-affinity").orElseThrow();
  private static final int USERS = 400;
  private static final int ITEMS = 201;
  private static final TrainingData DATA = data(1);
  private static final Recommender BY_ITEM = train(OF_ITEMS, DATA, "32");
  private static final Recommender BY_ATTRIBUTE = train(OF_ATTRIBUTES, DATA, "32");

  @Test
  void answersUsersWhoLikeItemsOfItsKind() {
    assertThat(Arrays.stream(BY_ITEM.recommend(Query.ofItem(3, 25)).items()))
        .hasSize(25)
        .allMatch(user -> user < USERS / 2);
    assertThat(Arrays.stream(BY_ITEM.recommend(Query.ofItem(133, 25)).items()))
        .allMatch(user -> user >= USERS / 2);
  }

  @Test
  void whoHadTheItemComesLastWhereNobodyComesBack() {
    int[] order = BY_ITEM.recommend(Query.ofItem(3, USERS)).items();
    boolean[] had = new boolean[order.length];
    for (int place = 0; place < order.length; place++) {
      had[place] = Arrays.stream(DATA.events().history(order[place])).anyMatch(one -> one == 3);
    }
    int first = IntStream.range(0, had.length).filter(place -> had[place]).findFirst().orElse(0);
    assertThat(IntStream.range(first, had.length)).allMatch(place -> had[place]);
  }

  @Test
  void answersUsersWhoLikeAnAttribute() {
    assertThat(users("GENRES", "Comedy", 200)).containsExactlyInAnyOrder(range(0, 200));
    assertThat(users("genres", "Western", 200)).containsExactlyInAnyOrder(range(200, 400));
  }

  @Test
  void conditionsHoldTogether() {
    Query both = Query.ofAttributes(Map.of("GENRES", "Western", "YEAR", "1999"), 20);
    assertThat(Arrays.stream(BY_ATTRIBUTE.recommend(both).items()))
        .allMatch(user -> user >= USERS / 2);
    refused(Map.of("GENRES", "Western", "YEAR", "1950"), "all of");
  }

  @Test
  void refusesWhatTheTrainingDidNotKnow() {
    refused(Map.of("GENRES", "Opera"), "`GENRES` = `Opera`");
    refused(Map.of("COLOUR", "red"), "`COLOUR` = `red`");
    assertThatExceptionOfType(UnknownSubject.class)
        .isThrownBy(() -> BY_ITEM.recommend(Query.ofItem(200, 5)));
    assertThatExceptionOfType(UnknownSubject.class)
        .isThrownBy(() -> BY_ITEM.recommend(Query.ofItem(4_000, 5)));
  }

  /** Who has had much of the other kind does not come before who has had little of this one. */
  @Test
  void activityAloneDoesNotWin() {
    int right = 0;
    for (int item = 0; item < 100; item++) {
      for (int user : BY_ITEM.recommend(Query.ofItem(item, 10)).items()) {
        right += user < USERS / 2 ? 1 : 0;
      }
    }
    assertThat(right).isGreaterThan(950);
  }

  @Test
  void thePartsOfAnExplanationAddUpToWhatUsersAreRankedBy() {
    Query query = Query.ofItem(3, USERS);
    double before = Double.POSITIVE_INFINITY;
    for (int user : BY_ITEM.recommend(query).items()) {
      Explanation why = BY_ITEM.explain(query, user);
      assertThat(why.score()).isLessThanOrEqualTo(before + 1e-4);
      before = why.score();
    }
    Query attribute = Query.ofAttributes(Map.of("GENRES", "Comedy"), 2);
    int[] two = BY_ATTRIBUTE.recommend(attribute).items();
    assertThat(BY_ATTRIBUTE.explain(attribute, two[0]).score())
        .isGreaterThanOrEqualTo(BY_ATTRIBUTE.explain(attribute, two[1]).score());
    assertThat(BY_ATTRIBUTE.explain(attribute, two[0]).parts())
        .extracting(Explanation.Part::component)
        .containsExactly("taste", "share of history");
  }

  @Test
  void theHiddenDimensionIsTheSizeOfTheModel(@TempDir Path directory) throws Exception {
    Path small = directory.resolve("small");
    Path large = directory.resolve("large");
    train(OF_ITEMS, DATA, "32").save(small);
    train(OF_ITEMS, DATA, "64").save(large);
    assertThat(Files.size(large) - Files.size(small))
        .isGreaterThan(32L * Float.BYTES * (USERS + ITEMS));
  }

  private static void refused(Map<String, String> attributes, String because) {
    assertThatExceptionOfType(UnknownSubject.class)
        .isThrownBy(() -> BY_ATTRIBUTE.recommend(Query.ofAttributes(attributes, 5)))
        .withMessageContaining(because);
  }

  private static int[] users(String column, String value, int limit) {
    return BY_ATTRIBUTE.recommend(Query.ofAttributes(Map.of(column, value), limit)).items();
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static Recommender train(Recipe recipe, TrainingData data, String dimension) {
    var settings = Settings.of(recipe, Map.of("hidden_dimension", dimension), Map.of(), 1);
    return recipe.train(data, settings, Progress.none());
  }

  private static TrainingData data(long seed) {
    var random = new SplittableRandom(seed);
    List<int[]> events = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      int kind = user < USERS / 2 ? 0 : 100;
      int count = user % 3 == 0 ? 45 : 15;
      int[] own = random.ints(kind, kind + 100).distinct().limit(count).toArray();
      for (int item : own) {
        events.add(new int[] {user, item});
      }
    }
    var interactions =
        Interactions.of(
            USERS,
            ITEMS,
            events.stream().mapToInt(event -> event[0]).toArray(),
            events.stream().mapToInt(event -> event[1]).toArray(),
            new long[events.size()]);
    var genres =
        Categories.of(
            "GENRES",
            IntStream.range(0, ITEMS)
                .mapToObj(
                    item ->
                        item == 200
                            ? List.<String>of()
                            : List.of(item < 100 ? "Comedy" : "Western"))
                .toList());
    var year =
        new Numbers(
            "YEAR",
            IntStream.range(0, ITEMS)
                .mapToDouble(item -> item == 5 ? 1950 : 1990 + item % 10)
                .toArray());
    return new TrainingData(
        interactions, new Features(ITEMS, List.of(genres, year)), Features.none(USERS));
  }
}
