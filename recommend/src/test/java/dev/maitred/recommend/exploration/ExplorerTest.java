package dev.maitred.recommend.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Ranking.Reason;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items 0 to 29 are known and ranked 0, 1, 2, …; items 30 to 59 came up today without an event. */
class ExplorerTest {

  private static final int DAY = 86_400;
  private static final int KNOWN = 30;
  private static final int ITEMS = 60;
  private static final int LIMIT = 25;
  private static final long NOW = 400L * DAY;
  private static final Function<int[], float[]> ALIKE = worth(item -> 0);

  private static Function<int[], float[]> worth(IntUnaryOperator ofItem) {
    return pool -> {
      var worth = new float[pool.length];
      for (int at = 0; at < pool.length; at++) {
        worth[at] = ofItem.applyAsInt(pool[at]);
      }
      return worth;
    };
  }

  @Test
  void weightNoneChangesNothing() {
    assertThat(explored(0, 1)).isEqualTo(answer());
  }

  @Test
  void withoutExplorationNothingChanges() {
    assertThat(explorer().explore(answer(), Query.ofHistory(new int[0], LIMIT), ALIKE, i -> 0))
        .isEqualTo(answer());
  }

  @Test
  void theFullWeightExploresEveryPlace() {
    assertThat(explored(1, 1).reasons()).hasSize(LIMIT).containsOnly(Reason.EXPLORATION);
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.3", "0.7"})
  void theWeightIsTheShareOfPlacesOverManyAnswers(double weight) {
    double share =
        IntStream.range(0, 400)
                .mapToLong(
                    seed ->
                        explored(weight, seed).reasons().stream()
                            .filter(Reason.EXPLORATION::equals)
                            .count())
                .average()
                .orElseThrow()
            / LIMIT;
    assertThat(share).isBetween(weight - 0.03, weight + 0.03);
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndAnotherSeedAnother() {
    assertThat(explored(0.5, 7)).usingRecursiveComparison().isEqualTo(explored(0.5, 7));
    assertThat(explored(0.5, 7).items()).isNotEqualTo(explored(0.5, 8).items());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTheRestInOrderWithoutDuplicatesWithinTheFilter(long seed) {
    Query query = query(0.4, seed, 30).where(item -> item % 3 != 0);
    int[] best = IntStream.range(0, KNOWN).filter(item -> item % 3 != 0).limit(LIMIT).toArray();
    Ranking explored =
        explorer()
            .explore(new Ranking(best, new float[best.length]), query, worth(item -> item), i -> 0);
    assertThat(explored.items()).doesNotHaveDuplicates().hasSize(LIMIT);
    assertThat(Arrays.stream(explored.items())).allMatch(item -> item % 3 != 0);
    assertThat(Arrays.stream(explored.items()).filter(item -> item < KNOWN).toArray()).isSorted();
  }

  @Test
  void anItemThatIsRankedAnywayIsListedOnce() {
    int[] all = IntStream.range(KNOWN, ITEMS).toArray();
    Ranking explored =
        explorer()
            .explore(new Ranking(all, new float[all.length]), query(0.5, 3, 30), ALIKE, i -> 0);
    assertThat(explored.items()).doesNotHaveDuplicates().hasSize(LIMIT);
  }

  @Test
  void olderItemsThanTheCutOffAreLeftAlone() {
    var since = new long[ITEMS];
    Arrays.setAll(since, item -> NOW - (item < 45 ? 10L : 40L) * DAY);
    var explorer = new Explorer(new Newcomers(since, events(), new int[ITEMS]));
    Ranking explored = explorer.explore(answer(), query(1, 1, 30), ALIKE, i -> 0);
    assertThat(Arrays.stream(explored.items())).allMatch(item -> item < 45).contains(44);
  }

  @Test
  void whatWasShownAndIgnoredSinks() {
    var ignored = new int[ITEMS];
    Arrays.fill(ignored, 45, ITEMS, 500);
    var explorer = new Explorer(new Newcomers(sinceToday(), events(), ignored));
    long fresh = 0;
    long stale = 0;
    for (int seed = 0; seed < 300; seed++) {
      for (int item : explorer.explore(answer(), query(0.2, seed, 30), ALIKE, i -> 0).items()) {
        fresh += item >= KNOWN && item < 45 ? 1 : 0;
        stale += item >= 45 ? 1 : 0;
      }
    }
    assertThat(fresh).isGreaterThan(5 * stale);
  }

  @Test
  void contentThatSuitsComesUpMoreOften() {
    long better = 0;
    long worse = 0;
    for (int seed = 0; seed < 300; seed++) {
      for (int item :
          explorer()
              .explore(answer(), query(0.2, seed, 30), worth(item -> item < 45 ? 1 : 0), i -> 0)
              .items()) {
        better += item >= KNOWN && item < 45 ? 1 : 0;
        worse += item >= 45 ? 1 : 0;
      }
    }
    assertThat(better).isGreaterThan(2 * worse);
  }

  @Test
  void showsTheScoreItIsToldForATriedItem() {
    Ranking explored = explorer().explore(answer(), query(1, 1, 30), ALIKE, item -> item / 100.0);
    for (int place = 0; place < explored.size(); place++) {
      assertThat(explored.scores()[place]).isEqualTo(explored.items()[place] / 100f);
    }
  }

  private static Ranking explored(double weight, long seed) {
    return explorer().explore(answer(), query(weight, seed, 30), ALIKE, item -> 0);
  }

  private static Explorer explorer() {
    return new Explorer(new Newcomers(sinceToday(), events(), new int[ITEMS]));
  }

  private static final Ranking ANSWER =
      new Ranking(IntStream.range(0, LIMIT).toArray(), new float[LIMIT]);

  private static Ranking answer() {
    return ANSWER;
  }

  private static long[] sinceToday() {
    var since = new long[ITEMS];
    Arrays.fill(since, NOW - 100);
    return since;
  }

  private static int[] events() {
    var events = new int[ITEMS];
    Arrays.fill(events, 0, KNOWN, 100);
    return events;
  }

  private static Query query(double weight, long seed, double days) {
    return Query.ofHistory(new int[0], LIMIT).exploring(new Exploration(weight, days, NOW, seed));
  }
}
