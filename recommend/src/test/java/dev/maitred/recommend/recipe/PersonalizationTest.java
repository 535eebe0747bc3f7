package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the personalizing recipes do beside what all recipes promise. */
class PersonalizationTest {

  private static final Recipe USER = Recipes.named(Personalization.USER_V2).orElseThrow();
  private static final Recipe RANKING = Recipes.named(Personalization.RANKING_V2).orElseThrow();
  private static final Interactions EVENTS = SampleInteractions.WORLD.data();

  private static final Recommender MODEL = trained(USER, EVENTS);
  private static final Recommender RANKED = trained(RANKING, EVENTS);
  private static final Recommender WIDER = trained(USER, wider(50));

  private static final long NOW = Arrays.stream(EVENTS.time()).max().orElseThrow();

  @Test
  void putsAListInTheOrderOfTheRecommendations() {
    int[] history = EVENTS.history(5);
    Ranking all = MODEL.recommend(Query.ofHistory(history, 1_000));
    int[] some = Arrays.copyOf(all.items(), 40);
    int[] shuffled = IntStream.of(some).boxed().sorted().mapToInt(Integer::intValue).toArray();
    Ranking list = RANKED.recommend(Query.ofList(history, shuffled));
    assertThat(list.items()).isEqualTo(some);
    assertThat((double) list.scores()[0] / list.scores()[9])
        .isCloseTo((double) all.scores()[0] / all.scores()[9], within(0.01));
  }

  @Test
  void putsUnknownItemsLastWithScoreZero() {
    int unknown = EVENTS.items() + 3;
    Ranking list = RANKED.recommend(Query.ofList(EVENTS.history(5), new int[] {unknown, 3, -1, 8}));
    assertThat(list.items()).containsExactlyInAnyOrder(unknown, 3, -1, 8).endsWith(unknown, -1);
    assertThat(list.scores()[2]).isZero();
    assertThat(list.scores()[3]).isZero();
    assertThat(list.scores()[0] + list.scores()[1]).isCloseTo(1, within(1e-5f));
  }

  @Test
  void knowsWhatIsLikedByWhoeverIsLikeANewUser() {
    Features colours =
        new Features(
            Checkerboard.USERS,
            List.of(
                Features.Categories.of(
                    "COLOUR",
                    IntStream.range(0, Checkerboard.USERS)
                        .mapToObj(user -> List.of(user % 2 == 0 ? "black" : "white"))
                        .toList())));
    var data = new TrainingData(Checkerboard.DATA, Features.none(Checkerboard.ITEMS), colours);
    Recommender model = USER.train(data, Settings.defaults(USER, 1), Progress.none());
    Query newcomer = Query.ofHistory(new int[0], 5);
    assertThat(Arrays.stream(model.recommend(newcomer.by(Map.of("COLOUR", "black"))).items()))
        .allMatch(item -> item % 2 == 0);
    assertThat(Arrays.stream(model.recommend(newcomer.by(Map.of("COLOUR", "white"))).items()))
        .allMatch(item -> item % 2 == 1);
    assertThat(model.recommend(newcomer.by(Map.of("COLOUR", "green"))).items())
        .isEqualTo(model.recommend(newcomer).items());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void triesOutItemsWithoutEventsAsMuchAsTheWeightSays(double weight) {
    Query query = Query.ofHistory(EVENTS.history(5), 25);
    Ranking answer = WIDER.recommend(query.exploring(new Exploration(weight, 30, NOW, 7)));
    long tried =
        IntStream.range(0, answer.size())
            .filter(at -> answer.reason(at) == Ranking.Reason.EXPLORATION)
            .count();
    assertThat(answer.items()).hasSize(25).doesNotHaveDuplicates();
    assertThat((double) tried).isBetween(25 * weight - 7, 25 * weight + 7);
    if (weight == 0) {
      assertThat(answer.items()).isEqualTo(WIDER.recommend(query).items());
    }
  }

  /** The user with by far the most events is not learnt from, but their events count. */
  @Test
  void anOldItemIsNotTriedOutAsNewBecauseItsOnlyUserIsNotLearntFrom() {
    int old = EVENTS.items();
    int heavy = EVENTS.users();
    var user = new int[EVENTS.events() + 2_000];
    var item = new int[user.length];
    var time = new long[user.length];
    for (int one = 0; one < EVENTS.users(); one++) {
      Arrays.fill(user, EVENTS.firstEvent()[one], EVENTS.firstEvent()[one + 1], one);
    }
    System.arraycopy(EVENTS.item(), 0, item, 0, EVENTS.events());
    System.arraycopy(EVENTS.time(), 0, time, 0, EVENTS.events());
    for (int event = EVENTS.events(); event < user.length; event++) {
      user[event] = heavy;
      item[event] = event % old;
      time[event] = NOW - 400 * 86_400L;
    }
    item[EVENTS.events()] = old;
    Recipe first = Recipes.named("aws-user-personalization").orElseThrow();
    Recommender model = trained(first, Interactions.of(heavy + 1, old + 1, user, item, time));
    Query query = Query.ofHistory(EVENTS.history(5), 25);
    assertThat(model.recommend(query.exploring(new Exploration(1, 30, NOW, 7))).items())
        .doesNotContain(old);
    assertThat(model.recommend(query.exploring(new Exploration(1, 500, NOW, 7))).items())
        .contains(old);
  }

  @Test
  void goesOnWithNewItemsInAnotherNumbering() {
    int items = EVENTS.items();
    Interactions turned = turned(wider(1));
    int[] formerNumber =
        IntStream.rangeClosed(0, items)
            .map(item -> items - item < items ? items - item : -1)
            .toArray();
    Recommender updated =
        USER.update(
            MODEL,
            formerNumber,
            TrainingData.of(turned),
            Settings.defaults(USER, 1),
            Progress.none());
    assertThat(updated.items()).isEqualTo(items + 1);
    int[] before = MODEL.recommend(Query.ofHistory(EVENTS.history(9), 10)).items();
    int[] after = updated.recommend(Query.ofHistory(turned.history(9), 10)).items();
    int[] translated = Arrays.stream(after).map(item -> formerNumber[item]).toArray();
    assertThat(translated[0]).as("the first item under its new number").isEqualTo(before[0]);
    assertThat(Arrays.stream(translated).filter(item -> contains(before, item)).count())
        .as("of the ten best before, those that still are")
        .isGreaterThanOrEqualTo(8);
  }

  @Test
  void leavesOutOfTheModelWhatDoesNotHelp() {
    Query query = Query.ofHistory(EVENTS.history(5), 1);
    int first = MODEL.recommend(query).items()[0];
    assertThat(MODEL.explain(query, first).parts())
        .extracting(part -> part.component())
        .contains("popularity")
        .doesNotContain("emanet", "content");
  }

  private static boolean contains(int[] items, int wanted) {
    return Arrays.stream(items).anyMatch(item -> item == wanted);
  }

  /** The same events in a catalogue with further items, of which there are none. */
  private static Interactions wider(int more) {
    return new Interactions(
        EVENTS.users(), EVENTS.items() + more, EVENTS.firstEvent(), EVENTS.item(), EVENTS.time());
  }

  /** The same with the items numbered from the end. */
  private static Interactions turned(Interactions data) {
    return new Interactions(
        data.users(),
        data.items(),
        data.firstEvent(),
        Arrays.stream(data.item()).map(item -> data.items() - 1 - item).toArray(),
        data.time());
  }

  private static Recommender trained(Recipe recipe, Interactions events) {
    return recipe.train(TrainingData.of(events), Settings.defaults(recipe, 1), Progress.none());
  }
}
