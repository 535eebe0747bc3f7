package dev.maitred.recommend.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final Recipe SIMS = Recipes.named("aws-sims").orElseThrow();
  private static final String DISCOUNT = "popularity_discount_factor";
  private static final Settings PLAIN =
      Settings.defaults(SIMS, 1).with(Map.of(DISCOUNT, "0", "min_cointeraction_count", "0"));

  @Test
  void findsTheValueThatDecides() {
    assertThat(best(fads(300), 0.1, 1, 0.2).number(DISCOUNT)).isEqualTo(1);
    assertThat(best(fads(300), 1, 0.1, 0.2).number(DISCOUNT)).isEqualTo(1);
  }

  @Test
  void findsItByAPartOfManyUsersFirst() {
    var told = new ArrayList<String>();
    var fractions = new ArrayList<Double>();

    Settings best =
        Tuning.best(
            SIMS,
            fads(2_000),
            candidates(0.1, 0.2, 1, 0.15),
            (component, fraction, detail) -> {
              told.add(component + ": " + detail);
              fractions.add(fraction);
            });

    assertThat(best.number(DISCOUNT)).isEqualTo(1);
    assertThat(told.getFirst()).startsWith("trial 1 of 8: ");
    assertThat(told.getLast()).startsWith("trial 8 of 8: metrics, best so far 0.");
    assertThat(fractions).isSorted();
  }

  @Test
  void choosesAlikeWheneverItIsAsked() {
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();

    Tuning.best(SIMS, fads(1_500), candidates(0.3, 0.6), (name, at, detail) -> first.add(detail));
    Tuning.best(SIMS, fads(1_500), candidates(0.3, 0.6), (name, at, detail) -> second.add(detail));

    assertThat(first).isEqualTo(second);
  }

  @Test
  void keepsToTheFirstWhereNothingCanBeMeasured() {
    assertThat(best(fads(1), 1)).isSameAs(PLAIN);
  }

  @Test
  void endsWhenItIsToldTo() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> Tuning.best(SIMS, fads(30), candidates(0.1, 1), new StoppedProgress()));
  }

  private static Settings best(TrainingData data, double... discounts) {
    return Tuning.best(SIMS, data, candidates(discounts), Progress.none());
  }

  private static List<Settings> candidates(double... discounts) {
    return Stream.concat(
            Stream.of(PLAIN),
            DoubleStream.of(discounts)
                .mapToObj(value -> PLAIN.with(Map.of(DISCOUNT, Double.toString(value)))))
        .toList();
  }

  /**
   * Users who have ten of twelve items that everybody has, then two of their own group's twelve:
   * what goes with these is found by whoever passes over the popular ones.
   */
  private static TrainingData fads(int users) {
    var random = new SplittableRandom(5);
    int[] user = new int[12 * users];
    int[] item = new int[12 * users];
    long[] time = new long[12 * users];
    for (int at = 0; at < user.length; at++) {
      user[at] = at / 12;
      int place = at % 12;
      int step = 1 + user[at] % 11;
      int group = 12 + 12 * (user[at] % 5);
      item[at] =
          place < 10
              ? (user[at] + place * 5) % 12
              : group + (place == 10 ? user[at] / 5 : user[at] / 5 + step) % 12;
      time[at] = 60L * place + random.nextInt(60);
    }
    return TrainingData.of(Interactions.of(users, 72, user, item, time));
  }
}
