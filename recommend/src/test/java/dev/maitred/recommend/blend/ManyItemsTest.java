package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.als.Preferences;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.emanet.EmaNetTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components whose items lie in cells say the same as those whose items don't. */
class ManyItemsTest {

  private static final int ITEMS = Signals.MANY + 100;
  private static final Interactions EVENTS = events();
  private static final Asked ASKED = Asked.of(EVENTS.history(0));

  /** Items of the history and others. */
  private static final int[] ITEMS_ASKED =
      IntStream.concat(
              Arrays.stream(EVENTS.history(0)).limit(3), Arrays.stream(EVENTS.history(1)).limit(3))
          .toArray();

  private record Pair(Component plain, Component celled) {
    @Override
    public String toString() {
      return plain.name();
    }
  }

  private static List<Pair> pairs() {
    EmaNet network =
        EmaNetTraining.train(EVENTS, 32, 1, _ -> OptionalDouble.empty(), Progress.none())
            .orElseThrow();
    ItemFactors factors =
        ImplicitAls.DEFAULT.ofRank(8).train(Preferences.of(EVENTS), 1, Progress.none());
    return List.of(
        new Pair(new Network(network, Optional.empty()), Network.of(network, Progress.none())),
        new Pair(
            new Factors(factors, Spread.of(factors.vectors()), Optional.empty()),
            Factors.of(factors, Progress.none())));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void giveEveryItemTheSameSignal(Pair pair) {
    var one = new float[1][ITEMS_ASKED.length];
    var other = new float[1][ITEMS_ASKED.length];
    pair.plain.says(ASKED, new Scratch(ITEMS)).fill(ITEMS_ASKED, 0, ITEMS_ASKED.length, one);
    pair.celled.says(ASKED, new Scratch(ITEMS)).fill(ITEMS_ASKED, 0, ITEMS_ASKED.length, other);
    assertThat(one[0]).doesNotContain(0);
    assertThat(other[0]).containsExactly(one[0], within(1e-5f));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void addTheSameToTheScores(Pair pair) {
    var one = new float[ITEMS];
    var other = new float[ITEMS];
    pair.plain.says(ASKED, new Scratch(ITEMS)).addAll(new float[] {2}, 0, one);
    pair.celled.says(ASKED, new Scratch(ITEMS)).addAll(new float[] {2}, 0, other);
    assertThat(other).containsExactly(one, within(1e-4f));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void explainThemselvesAlike(Pair pair) {
    for (int item : ITEMS_ASKED) {
      List<Part> one = new ArrayList<>();
      List<Part> other = new ArrayList<>();
      pair.plain.explain(ASKED, item, new float[] {2}, one);
      pair.celled.explain(ASKED, item, new float[] {2}, other);
      assertThat(one).isNotEmpty();
      assertThat(other).hasSameSizeAs(one);
      for (int at = 0; at < one.size(); at++) {
        assertThat(other.get(at).event()).isEqualTo(one.get(at).event());
        assertThat(other.get(at).value()).isCloseTo(one.get(at).value(), within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void giveBackWhatWasTrained(Pair pair) {
    switch (pair.celled) {
      case Network network -> {
        EmaNet trained = ((Network) pair.plain).network();
        assertThat(network.trained().biases()).isEqualTo(trained.biases());
        assertThat(network.trained().vectors().values()).isEqualTo(trained.vectors().values());
        int[] history = ASKED.history();
        assertThat(network.trained().vector(history, new int[0]))
            .isEqualTo(trained.vector(history, new int[0]));
      }
      case Factors factors ->
          assertThat(factors.trained().vectors().values())
              .isEqualTo(((Factors) pair.plain).factors().vectors().values());
      default -> throw new AssertionError(pair.celled.name());
    }
  }

  private static Interactions events() {
    int users = 40;
    int each = 12;
    int[] item = new SplittableRandom(1).ints(users * each, 0, ITEMS).toArray();
    return new Interactions(
        users,
        ITEMS,
        IntStream.rangeClosed(0, users).map(user -> user * each).toArray(),
        item,
        new long[item.length]);
  }
}
