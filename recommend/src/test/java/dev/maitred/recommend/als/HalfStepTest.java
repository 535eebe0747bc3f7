package dev.maitred.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import org.junit.jupiter.api.Test;

/** Solving one side, against the definition. */
class HalfStepTest {

  private static final ImplicitAls ALS = new ImplicitAls(5, 1, 0.02, 0.7, 0.2);
  private static final int RANK = ALS.rank();

  @Test
  void solvesEveryRowAsTheDefinitionSays() {
    Preferences preferences = Preferences.of(Tastes.some());
    var naive = new NaiveAls(preferences, ALS);
    float[] items = InitialFactors.draw(preferences, RANK, 1);
    float[] users = solvedUsers(preferences, items);
    for (int user = 0; user < preferences.users(); user++) {
      double[] expected = naive.user(user, NaiveAls.rows(items, RANK));
      assertThat(NaiveAls.rows(users, RANK)[user]).containsExactly(expected, within(1e-3));
    }
    solvedItems(preferences, users, items);
    for (int item = 0; item < preferences.items(); item++) {
      double[] expected = naive.item(item, NaiveAls.rows(users, RANK));
      assertThat(NaiveAls.rows(items, RANK)[item]).containsExactly(expected, within(1e-3));
    }
  }

  @Test
  void theLossNeverRises() {
    Preferences preferences = Preferences.of(Tastes.some());
    var naive = new NaiveAls(preferences, ALS);
    float[] items = InitialFactors.draw(preferences, RANK, 1);
    float[] users = new float[preferences.users() * RANK];
    double loss = loss(naive, users, items);
    for (int step = 0; step < 8; step++) {
      users = solvedUsers(preferences, items);
      double afterUsers = loss(naive, users, items);
      solvedItems(preferences, users, items);
      double afterItems = loss(naive, users, items);
      assertThat(afterUsers).isLessThanOrEqualTo(loss + 1e-4);
      assertThat(afterItems).isLessThanOrEqualTo(afterUsers + 1e-4);
      loss = afterItems;
    }
  }

  @Test
  void knowsTheLossItLeaves() {
    Preferences preferences = Preferences.of(Tastes.some());
    float[] items = InitialFactors.draw(preferences, RANK, 1);
    var users = new float[preferences.users() * RANK];
    double left = solve(preferences.ofUsers(), preferences.ofItems(), items, users);
    float[] none = new float[items.length];
    var naive = new NaiveAls(preferences, ALS);
    double penaltyOfItems =
        loss(naive, new float[users.length], items) - loss(naive, new float[users.length], none);
    assertThat(left + penaltyOfItems).isCloseTo(loss(naive, users, items), within(1e-2));
  }

  @Test
  void aRowLongerThanWhatIsTakenTogetherIsSolvedWhole() {
    int users = 1_300;
    var user = new int[2 * users];
    var item = new int[2 * users];
    for (int at = 0; at < user.length; at++) {
      user[at] = at / 2;
      item[at] = at % 2 == 0 ? 0 : 1 + user[at] % 4;
    }
    Preferences preferences =
        Preferences.of(Interactions.of(users, 5, user, item, new long[2 * users]));
    float[] items = InitialFactors.draw(preferences, RANK, 1);
    float[] solved = solvedUsers(preferences, items);
    solvedItems(preferences, solved, items);
    double[] expected = new NaiveAls(preferences, ALS).item(0, NaiveAls.rows(solved, RANK));
    assertThat(NaiveAls.rows(items, RANK)[0]).containsExactly(expected, within(1e-3));
  }

  private static double loss(NaiveAls naive, float[] users, float[] items) {
    return naive.loss(NaiveAls.rows(users, RANK), NaiveAls.rows(items, RANK));
  }

  private static float[] solvedUsers(Preferences preferences, float[] items) {
    var users = new float[preferences.users() * RANK];
    solve(preferences.ofUsers(), preferences.ofItems(), items, users);
    return users;
  }

  private static void solvedItems(Preferences preferences, float[] users, float[] items) {
    solve(preferences.ofItems(), preferences.ofUsers(), users, items);
  }

  private static double solve(Rows rows, Rows others, float[] fixed, float[] solved) {
    Equations equations = ALS.equations(fixed, ALS.penalty(others), Progress.none());
    return HalfStep.solve(rows, equations, solved, Progress.none());
  }
}
