package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Taste, whatever the order: the item-item matrix that best tells each item of a user from the
 * user's other items (Steck 2019, Embarrassingly Shallow Autoencoders, equation 8): B = −P / diag P
 * with P = (XᵀX + λI)⁻¹ and nothing on the diagonal. A history is scored with slowly fading
 * weights.
 *
 * <p>Column j of B is the ridge regression of item j on all other items. So in a large catalogue,
 * where the inverse would take too long, each item has the few others as inputs that tell the most
 * of it ({@link SelectiveRidge}); the idea is that of SANSA (Spišák et al. 2023). Which of the two
 * it is depends on the number of items alone, never on the machine.
 */
public final class Ease {

  /** Its name in explanations and progress. */
  public static final String NAME = "ease";

  private static final float RIDGE = 300;
  private static final int LOOKBACK = 200;
  private static final double FORGETTING = 0.98;

  /** Up to here the whole inverse. */
  private static final int DENSE_ITEMS = 5_000;

  /** Inputs of an item in a larger catalogue. */
  private static final int MOST_INPUTS = 100;

  private Ease() {}

  /**
   * Trains in time cubic in the number of items up to 5,000, beyond that in proportion to it; there
   * must be an item.
   */
  public static Transitions train(Interactions data, Progress progress) {
    SparseRows rows =
        data.items() <= DENSE_ITEMS ? dense(data, progress) : sparse(data, MOST_INPUTS, progress);
    var weights = Decay.weights(LOOKBACK, FORGETTING);
    return new Transitions(NAME, List.of(new Window(1, weights, rows)));
  }

  /** By the inverse. */
  static SparseRows dense(Interactions data, Progress progress) {
    var had = DistinctItems.of(data);
    int size = data.items();
    try (var inverse =
        SymmetricSystem.inverse(size, (row, into) -> together(had, row, into), progress)) {
      var diagonal = new float[size];
      for (int at = 0; at < size; at++) {
        diagonal[at] = inverse.solution(at)[at];
      }
      return SparseRows.compute(
          size, progress, (item, sum) -> weigh(inverse.solution(item), item, diagonal, sum));
    }
  }

  private static void together(DistinctItems had, int row, float[] into) {
    Arrays.fill(into, 0);
    for (int user : had.usersOf()[row]) {
      for (int other : had.ofUser()[user]) {
        into[other]++;
      }
    }
    into[row] += RIDGE;
  }

  private static void weigh(float[] inverse, int row, float[] diagonal, RowSum sum) {
    for (int other = 0; other < inverse.length; other++) {
      sum.add(other, other == row ? 0 : -inverse[other] / diagonal[other]);
    }
  }

  /**
   * With inputs chosen for each item.
   *
   * @param most inputs that an item may have
   */
  static SparseRows sparse(Interactions all, int most, Progress progress) {
    var popular = PopularFirst.of(all);
    int items = all.items();
    var had = DistinctItems.newest(popular.data());
    var gram = Gram.compute(items, progress, (item, sum) -> together(had, item, item + 1, sum));
    var ridge = new float[items];
    Arrays.fill(ridge, RIDGE);
    var columns =
        new SelectiveRidge(
                gram,
                ridge,
                (item, sum) -> {
                  together(had, item, items, sum);
                  sum.add(item, -had.usersOf()[item].length);
                },
                most)
            .solve(items, progress);
    return popular.original(SelectiveRidge.transposed(columns, items), 0, progress);
  }

  /** For each user who had an item, one for each of the user's items below another. */
  private static void together(
      DistinctItems had, int item, int below, WindowMoments.Accumulator sum) {
    for (int user : had.usersOf()[item]) {
      int[] items = had.ofUser()[user];
      for (int at = 0; at < items.length && items[at] < below; at++) {
        sum.add(items[at], 1);
      }
    }
  }
}
