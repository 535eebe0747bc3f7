package dev.maitred.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fast ways to compute, against the ways that the definitions say. */
class ClosedFormsTest {

  private static final int ITEMS = 9;
  private static final Interactions DATA = random();

  @Test
  void momentsAreThoseOfTheWrittenOutWindows() {
    int size = ITEMS;
    var windows =
        List.of(
            new WindowMoments.Lags(1, new float[] {1}),
            new WindowMoments.Lags(2, new float[] {1, 0.5f, 0.25f}));
    var moments = new WindowMoments(DATA, windows);
    double[][] inputs = writtenOut(windows);
    for (int row = 0; row < 2 * size; row++) {
      var fast = new float[2 * size];
      moments.inputs(row, fast);
      for (int column = 0; column <= row; column++) {
        double sum = 0;
        for (double[] input : inputs) {
          sum += input[row] * input[column];
        }
        assertThat((double) fast[column]).isCloseTo(sum, within(1e-3));
      }
      for (int item = 0; item < size; item++) {
        var column = new float[2 * size];
        moments.inputsOf(item, (input, value) -> column[input] += value);
        double sum = 0;
        for (int event = 0; event < inputs.length; event++) {
          sum += DATA.item()[event] == item ? inputs[event][row] : 0;
        }
        assertThat((double) column[row]).isCloseTo(sum, within(1e-3));
      }
      var targets = new float[size];
      moments.outputs(row, targets);
      for (int item = 0; item < size; item++) {
        double sum = 0;
        for (int event = 0; event < inputs.length; event++) {
          sum += DATA.item()[event] == item ? inputs[event][row] : 0;
        }
        assertThat((double) targets[item]).isCloseTo(sum, within(1e-3));
      }
    }
  }

  @Test
  void markovCountsWhatFollows() {
    var data = Interactions.of(1, 3, new int[3], new int[] {0, 1, 2}, new long[3]);
    Transitions chain = MarkovChain.train(data, 20, Progress.none());
    float[] scores = Scores.of(chain, 3, 0);
    double damping = Math.pow(1 + 0.85 + 1, -0.8);
    assertThat(scores)
        .containsExactly(new float[] {0, (float) damping, (float) (0.85 * damping)}, within(1e-6f));
  }

  @Test
  void ridgeForeseesACycle() {
    int[] cycle = IntStream.range(0, 5_000).map(step -> step % 5).toArray();
    var data = Interactions.of(1, 5, new int[5_000], cycle, new long[5_000]);
    Transitions ridge = SequenceRidge.train(data, 32, Progress.none());
    for (int item = 0; item < 5; item++) {
      float[] scores = Scores.of(ridge, 5, (item + 3) % 5, (item + 4) % 5, item);
      int best =
          IntStream.range(0, 5).reduce((a, b) -> scores[b] > scores[a] ? b : a).orElseThrow();
      assertThat(best).isEqualTo((item + 1) % 5);
    }
  }

  @Test
  void easeGivesNoWeightToAnItemItself() {
    Transitions ease = Ease.train(DATA, Progress.none());
    for (int item = 0; item < ITEMS; item++) {
      assertThat(ease.windows().getFirst().rows().at(item, item)).isZero();
    }
  }

  @Test
  void partsAddUpToTheScore() {
    Transitions ridge = SequenceRidge.train(DATA, 32, Progress.none());
    int[] history = DATA.history(1);
    float[] scores = Scores.of(ridge, ITEMS, history);
    for (int item = 0; item < ITEMS; item++) {
      float sum = 0;
      for (float part : ridge.parts(history, item)) {
        sum += part;
      }
      assertThat(sum).isCloseTo(scores[item], within(1e-5f));
    }
  }

  /** S: one row for each event, one column for each window and item. */
  private static double[][] writtenOut(List<WindowMoments.Lags> windows) {
    var inputs = new double[DATA.events()][windows.size() * ITEMS];
    for (int user = 0; user < DATA.users(); user++) {
      for (int event = DATA.firstEvent()[user]; event < DATA.firstEvent()[user + 1]; event++) {
        for (int before = DATA.firstEvent()[user]; before < event; before++) {
          for (int window = 0; window < windows.size(); window++) {
            inputs[event][window * ITEMS + DATA.item()[before]] +=
                windows.get(window).at(event - before);
          }
        }
      }
    }
    return inputs;
  }

  private static Interactions random() {
    var random = new SplittableRandom(11);
    var user = new int[400];
    var item = new int[400];
    Arrays.setAll(user, event -> random.nextInt(25));
    Arrays.setAll(item, event -> random.nextInt(ITEMS));
    return Interactions.of(25, ITEMS, user, item, new long[400]);
  }
}
