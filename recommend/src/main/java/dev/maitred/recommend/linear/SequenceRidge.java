package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression from the recent past to the next event, in closed form: each event is a row
 * whose inputs are the decayed counts of items in one or more windows before it, side by side, and
 * whose output is its item; B = (SᵀS + Λ)⁻¹ SᵀT. One window is SLIT of Choi et al. 2021
 * (Session-aware Linear Item-item models), several windows tell the last item from the ones before.
 *
 * <p>The cost of that is cubic in the catalogue, so in a large one each output has inputs of its
 * own, the few that tell the most of it ({@link SelectiveRidge}). Which of the two it is depends on
 * the number of items alone, never on the machine.
 */
public final class SequenceRidge {

  /** Its name in explanations and progress. */
  public static final String NAME = "ridge";

  /** One window of inputs: its nearest event, its length, the decay in it, and the ridge. */
  record Shape(int from, int length, double decay, float ridge) {

    Shape within(int lookback) {
      return new Shape(from, Math.min(length, lookback - from + 1), decay, ridge);
    }

    float[] weights() {
      return Decay.weights(length, decay);
    }
  }

  private static final List<Shape> THREE =
      List.of(new Shape(1, 1, 1, 100), new Shape(2, 5, 0.8, 200), new Shape(7, 40, 0.93, 400));
  private static final Shape ONE = new Shape(1, 30, 0.8, 150);

  /** Up to here all items are inputs: 15,000 with three windows, 1.2 GB outside the heap. */
  private static final int DENSE_ITEMS = 5_000;

  /** Inputs of an output in a larger catalogue. */
  private static final int MOST_INPUTS = 100;

  /** Pairs of events that may meet in a window in a large catalogue, 8 bytes each. */
  private static final long MOST_PAIRS = 120_000_000;

  private static final int SHORTEST = 4;

  private SequenceRidge() {}

  /**
   * Trains in time cubic in the number of items up to 5,000, beyond that in proportion to it.
   *
   * @param lookback the number of last events that may count, at least 1
   */
  public static Transitions train(Interactions data, int lookback, Progress progress) {
    if (data.items() <= DENSE_ITEMS) {
      return dense(data, within(lookback, THREE), progress);
    }
    int affordable = (int) Math.max(SHORTEST, MOST_PAIRS / Math.max(1, data.events()));
    return sparse(
        data, within(Math.min(lookback, affordable), List.of(ONE)), MOST_INPUTS, progress);
  }

  private static List<Shape> within(int lookback, List<Shape> shapes) {
    return shapes.stream()
        .filter(shape -> shape.from() <= lookback)
        .map(shape -> shape.within(lookback))
        .toList();
  }

  /** With all items of each window as inputs; there must be an item. */
  static Transitions dense(Interactions data, List<Shape> shapes, Progress progress) {
    int items = data.items();
    var moments = new WindowMoments(data, lags(shapes));
    try (var system =
        SymmetricSystem.solve(
            shapes.size() * items,
            items,
            (row, into) -> {
              moments.inputs(row, into);
              into[row] += shapes.get(row / items).ridge();
            },
            moments::outputs,
            progress)) {
      var windows = new ArrayList<Window>();
      for (int at = 0; at < shapes.size(); at++) {
        int firstRow = at * items;
        var rows =
            SparseRows.compute(
                items, progress, (item, sum) -> copy(system.solution(firstRow + item), sum));
        windows.add(new Window(shapes.get(at).from(), shapes.get(at).weights(), rows));
      }
      return new Transitions(NAME, windows);
    }
  }

  private static void copy(float[] row, RowSum sum) {
    for (int column = 0; column < row.length; column++) {
      sum.add(column, row[column]);
    }
  }

  /**
   * With inputs chosen for each output.
   *
   * @param most inputs that an output may have
   */
  static Transitions sparse(Interactions all, List<Shape> shapes, int most, Progress progress) {
    var popular = PopularFirst.of(all);
    int items = all.items();
    int inputs = shapes.size() * items;
    var moments = new WindowMoments(popular.data(), lags(shapes));
    var ridge = new float[inputs];
    for (int at = 0; at < shapes.size(); at++) {
      Arrays.fill(ridge, at * items, (at + 1) * items, shapes.get(at).ridge());
    }
    var gram = Gram.compute(inputs, progress, moments::inputs);
    var columns = new SelectiveRidge(gram, ridge, moments::inputsOf, most).solve(items, progress);
    RowSum.Row[] rows = SelectiveRidge.transposed(columns, inputs);
    var windows = new ArrayList<Window>();
    for (int at = 0; at < shapes.size(); at++) {
      var original = popular.original(rows, at * items, progress);
      windows.add(new Window(shapes.get(at).from(), shapes.get(at).weights(), original));
    }
    return new Transitions(NAME, windows);
  }

  private static List<WindowMoments.Lags> lags(List<Shape> shapes) {
    return shapes.stream()
        .map(shape -> new WindowMoments.Lags(shape.from(), shape.weights()))
        .toList();
  }
}
