package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Taste, whatever the order: the item-item matrix that best tells each item of a user from the
 * user's other items (Steck 2019, Embarrassingly Shallow Autoencoders, equation 8): B = −P / diag P
 * with P = (XᵀX + λI)⁻¹ and nothing on the diagonal, for the items of a {@link Head}. A history is
 * scored with slowly fading weights.
 */
public final class Ease {

  private static final float RIDGE = 300;
  private static final int LOOKBACK = 200;
  private static final double FORGETTING = 0.98;

  private Ease() {}

  /** Trains in time cubic in the number of items in the head; there must be an item. */
  public static Transitions train(Interactions data, Progress progress) {
    var had = DistinctItems.of(data);
    var head = Head.of(data);
    int size = head.size();
    try (var inverse =
        SymmetricSystem.solve(
            size, size, (row, into) -> together(had, head, row, into), Ease::identity, progress)) {
      var diagonal = new float[size];
      for (int at = 0; at < size; at++) {
        diagonal[at] = inverse.solution(at)[at];
      }
      var rows =
          SparseRows.compute(
              data.items(),
              progress,
              (item, sum) -> {
                if (head.has(item)) {
                  int row = head.number()[item];
                  weigh(inverse.solution(row), row, diagonal, head, sum);
                }
              });
      var weights = Transitions.decaying(LOOKBACK, FORGETTING);
      return new Transitions("ease", List.of(new Window(1, weights, rows)));
    }
  }

  private static void together(DistinctItems had, Head head, int row, float[] into) {
    Arrays.fill(into, 0);
    for (int user : had.usersOf()[head.items()[row]]) {
      for (int other : had.ofUser()[user]) {
        if (head.has(other)) {
          into[head.number()[other]]++;
        }
      }
    }
    into[row] += RIDGE;
  }

  private static void weigh(float[] inverse, int row, float[] diagonal, Head head, RowSum sum) {
    for (int other = 0; other < inverse.length; other++) {
      sum.add(head.items()[other], other == row ? 0 : -inverse[other] / diagonal[other]);
    }
  }

  private static void identity(int row, float[] into) {
    Arrays.fill(into, 0);
    into[row] = 1;
  }
}
