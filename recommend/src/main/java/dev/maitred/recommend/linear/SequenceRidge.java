package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Ridge regression from the recent past to the next event, in closed form: each event is a row
 * whose inputs are the decayed counts of items in one or more windows before it, side by side, and
 * whose output is its item; B = (SᵀS + Λ)⁻¹ SᵀT. One window is SLIT of Choi et al. 2021
 * (Session-aware Linear Item-item models), several windows tell the last item from the ones before.
 *
 * <p>Cost is cubic in inputs, so only the items of a {@link Head} are inputs and outputs, and a
 * large catalogue gets one window.
 */
public final class SequenceRidge {

  /** One window of inputs: its nearest event, its length, the decay in it, and the ridge. */
  private record Shape(int from, int length, double decay, float ridge) {

    Shape within(int lookback) {
      return new Shape(from, Math.min(length, lookback - from + 1), decay, ridge);
    }

    float[] weights() {
      return Transitions.decaying(length, decay);
    }
  }

  private static final List<Shape> THREE =
      List.of(new Shape(1, 1, 1, 100), new Shape(2, 5, 0.8, 200), new Shape(7, 40, 0.93, 400));
  private static final List<Shape> ONE = List.of(new Shape(1, 30, 0.8, 150));

  /** Up to here three windows: 9,000 inputs, 450 MB outside the heap while training. */
  private static final int THREE_WINDOWS_ITEMS = 5_000;

  private SequenceRidge() {}

  /**
   * Trains in time cubic in the number of items in the head; there must be an item.
   *
   * @param lookback the number of last events that may count, at least 1
   */
  public static Transitions train(Interactions data, int lookback, Progress progress) {
    List<Shape> shapes =
        (data.items() <= THREE_WINDOWS_ITEMS ? THREE : ONE)
            .stream()
                .filter(shape -> shape.from() <= lookback)
                .map(shape -> shape.within(lookback))
                .toList();
    var head = Head.of(data);
    int items = head.size();
    var moments =
        new WindowMoments(data, head, shapes.stream().map(SequenceRidge::window).toList());
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
                data.items(),
                progress,
                (item, sum) -> {
                  if (head.has(item)) {
                    copy(system.solution(firstRow + head.number()[item]), head, sum);
                  }
                });
        windows.add(new Window(shapes.get(at).from(), shapes.get(at).weights(), rows));
      }
      return new Transitions("ridge", windows);
    }
  }

  private static WindowMoments.Lags window(Shape shape) {
    return new WindowMoments.Lags(shape.from(), shape.weights());
  }

  private static void copy(float[] row, Head head, RowSum sum) {
    for (int column = 0; column < row.length; column++) {
      sum.add(head.items()[column], row[column]);
    }
  }
}
