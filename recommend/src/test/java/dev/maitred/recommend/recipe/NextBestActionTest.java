package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Ranking.Reason;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.OfflineMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A world in which the chance that a user takes an action is known. Users are young or old and like
 * items 0 to 9 or 10 to 19. Action 0 is for the young (60 % against 10 %), action 1 for those who
 * like the first items (70 % against 20 %), action 2 for nobody in particular (30 %); action 3 has
 * too few events, action 4 old ones only, action 5 none at all.
 */
class NextBestActionTest {

  private static final Recipe RECIPE = Recipes.named("aws-next-best-action").orElseThrow();
  private static final int USERS = 4_000;
  private static final long DAY = 86_400;
  private static final long NOW = 1_000 * DAY;
  private static final TrainingData DATA = world(5);
  private static final Recommender MODEL = train(DATA, Map.of());

  @Test
  void propensitiesAreTheObservedRates() {
    TrainingData fresh = world(99);
    for (int action = 0; action < 3; action++) {
      for (boolean young : new boolean[] {true, false}) {
        for (boolean first : new boolean[] {true, false}) {
          compare(fresh, action, young, first);
        }
      }
    }
  }

  private static void compare(TrainingData fresh, int action, boolean young, boolean first) {
    double predicted = 0;
    double observed = 0;
    int users = 0;
    for (int user = 0; user < USERS; user++) {
      if (young == young(user) && first == first(user)) {
        predicted += score(ask(fresh, user), action);
        observed += taken(fresh.actions(), user, action) ? 1 : 0;
        users++;
      }
    }
    assertThat(predicted / users)
        .as("action %d, young %b, first items %b", action, young, first)
        .isCloseTo(observed / users, within(0.05));
  }

  private static boolean taken(Actions actions, int user, int action) {
    return IntStream.range(actions.firstEvent()[user], actions.firstEvent()[user + 1])
        .filter(event -> actions.action()[event] == action)
        .anyMatch(event -> actions.outcome()[event] == Outcome.TAKEN);
  }

  @Test
  void whatSuitsTheUserComesFirst() {
    assertThat(ask(Map.of("AGE", "young"), new int[] {12, 13, 14}).items()).startsWith(0);
    assertThat(ask(Map.of("AGE", "old"), new int[] {1, 2, 3}).items()).startsWith(1);
    assertThat(ask(Map.of("AGE", "old"), new int[] {12, 13, 14}).items()).startsWith(2);
  }

  @Test
  void actionsWithTooFewRecentEventsHaveNoPropensity() {
    Ranking answer = ask(Map.of("AGE", "old"), new int[] {1});
    assertThat(answer.items()).hasSize(6);
    for (int action = 3; action < 6; action++) {
      assertThat(score(answer, action)).isZero();
    }
  }

  @Test
  void ofEqualPropensityTheHigherValueComesFirst() {
    assertThat(Arrays.copyOfRange(ask(Map.of(), new int[0]).items(), 3, 6))
        .containsExactly(5, 3, 4);
  }

  @Test
  void expiredActionsAreNotAnswered() {
    Recommender model =
        train(DATA.with(with(DATA.actions(), "EXPIRATION_TIMESTAMP", NOW - 1)), Map.of());
    assertThat(model.recommend(query(Map.of(), new int[0])).items()).doesNotContain(1).hasSize(5);
  }

  @Test
  void whatAUserDidSomethingAboutIsWithheldAWhile() {
    Recommender model = train(DATA.with(with(DATA.actions(), "REPEAT_FREQUENCY", 10)), Map.of());
    assertThat(model.recommend(query(Map.of(), new int[0]).after(done(9))).items())
        .doesNotContain(1);
    assertThat(model.recommend(query(Map.of(), new int[0]).after(done(11))).items()).contains(1);
  }

  private static ActionHistory done(int daysAgo) {
    return new ActionHistory(
        new int[] {1}, new Outcome[] {Outcome.VIEWED}, new long[] {NOW - daysAgo * DAY}, NOW);
  }

  @Test
  void actionsWithoutPropensityAreTriedOut() {
    Query query = query(Map.of(), new int[0]).first(3).exploring(new Exploration(1, 30, NOW, 4));
    Ranking answer = MODEL.recommend(query);
    assertThat(answer.items()).contains(5).doesNotHaveDuplicates();
    int place = Arrays.stream(answer.items()).boxed().toList().indexOf(5);
    assertThat(answer.reason(place)).isEqualTo(Reason.EXPLORATION);
    assertThat(answer.scores()[place]).isZero();
  }

  /** Users who view action 0 take it 20 days later: too late for two weeks, in time for four. */
  @Test
  void thePeriodIsTheTimeWithinWhichAnActionCountsAsTaken() {
    TrainingData late = lateTakers();
    Query query = query(Map.of(), new int[] {3});
    float two =
        train(late, Map.of("action_optimization_period", "14")).recommend(query).scores()[0];
    float four =
        train(late, Map.of("action_optimization_period", "28")).recommend(query).scores()[0];
    assertThat(four).isGreaterThan(two + 0.2f);
  }

  @Test
  void foreseesBetterThanChance() {
    Map<String, Double> metrics =
        OfflineMetrics.measure(RECIPE, DATA, Settings.defaults(RECIPE, 3), Progress.none());
    assertThat(metrics).containsOnlyKeys("coverage", "precision", "recall", "area_under_curve");
    assertThat(metrics.get("area_under_curve")).isBetween(0.5, 1.0);
    assertThat(metrics.values()).allMatch(value -> value >= 0 && value <= 1);
  }

  private static float score(Ranking answer, int action) {
    int place =
        IntStream.range(0, answer.size())
            .filter(at -> answer.items()[at] == action)
            .findFirst()
            .orElseThrow();
    return answer.scores()[place];
  }

  private static Ranking ask(TrainingData data, int user) {
    return MODEL.recommend(query(data.users().row(user), data.events().history(user)));
  }

  private static Ranking ask(Map<String, String> known, int[] history) {
    return MODEL.recommend(query(known, history));
  }

  private static Query query(Map<String, String> known, int[] history) {
    return Query.ofHistory(history, 10).by(known).after(ActionHistory.none(NOW));
  }

  private static Recommender train(TrainingData data, Map<String, String> featurization) {
    return RECIPE.train(data, Settings.of(RECIPE, Map.of(), featurization, 1), Progress.none());
  }

  private static boolean young(int user) {
    return user % 2 == 0;
  }

  private static boolean first(int user) {
    return user % 4 < 2;
  }

  private static TrainingData world(long seed) {
    var random = new SplittableRandom(seed);
    List<int[]> watched = new ArrayList<>();
    List<int[]> offered = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      int kind = first(user) ? 0 : 10;
      for (int item : random.ints(kind, kind + 10).distinct().limit(4).toArray()) {
        watched.add(new int[] {user, item});
      }
      double[] chance = {young(user) ? 0.6 : 0.1, first(user) ? 0.7 : 0.2, 0.3};
      for (int action = 0; action < 3; action++) {
        offered.add(new int[] {user, action, 10 - action});
        outcomes.add(random.nextDouble() < chance[action] ? Outcome.TAKEN : Outcome.NOT_TAKEN);
      }
      if (user < 80) {
        offered.add(new int[] {user, 3, 1});
        outcomes.add(user < 40 ? Outcome.TAKEN : Outcome.VIEWED);
      }
      if (user < 300) {
        offered.add(new int[] {user, 4, 90});
        outcomes.add(user < 150 ? Outcome.TAKEN : Outcome.VIEWED);
      }
    }
    return data(watched, offered, outcomes);
  }

  private static TrainingData lateTakers() {
    List<int[]> offered = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int user = 0; user < 400; user++) {
      offered.add(new int[] {user, 0, 30});
      outcomes.add(Outcome.VIEWED);
      if (user % 2 == 0) {
        offered.add(new int[] {user, 0, 10});
        outcomes.add(Outcome.TAKEN);
      }
    }
    return data(List.of(new int[] {0, 3}, new int[] {1, 3}), offered, outcomes);
  }

  private static TrainingData data(
      List<int[]> watched, List<int[]> offered, List<Outcome> outcomes) {
    var events =
        Interactions.of(
            USERS,
            20,
            watched.stream().mapToInt(event -> event[0]).toArray(),
            watched.stream().mapToInt(event -> event[1]).toArray(),
            watched.stream().mapToLong(event -> NOW - 100 * DAY).toArray());
    var value = new Numbers("VALUE", new double[] {1, 1, 1, 3, 3, 7});
    var actions =
        Actions.of(
            new Features(6, List.of(value)),
            USERS,
            offered.stream().mapToInt(event -> event[0]).toArray(),
            offered.stream().mapToInt(event -> event[1]).toArray(),
            outcomes.toArray(Outcome[]::new),
            offered.stream().mapToLong(event -> NOW - event[2] * DAY).toArray());
    var age =
        Categories.of(
            "AGE",
            IntStream.range(0, USERS)
                .mapToObj(user -> List.of(young(user) ? "young" : "old"))
                .toList());
    return new TrainingData(events, Features.none(20), new Features(USERS, List.of(age)))
        .with(actions);
  }

  /** The same actions with one more column, which has this value for action 1 only. */
  private static Actions with(Actions actions, String column, double value) {
    var values = new double[actions.size()];
    Arrays.fill(values, Double.NaN);
    values[1] = value;
    List<Features.Column> columns = new ArrayList<>(actions.features().columns());
    columns.add(new Numbers(column, values));
    return new Actions(
        new Features(actions.size(), columns),
        actions.firstEvent(),
        actions.action(),
        actions.outcome(),
        actions.time());
  }
}
