package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.List;

/**
 * Items that the same users have, whatever the order (item-kNN: Sarwar et al. 2001, Item-based
 * Collaborative Filtering, section 3.1): the cosine c / (√(users · users') + shrinkage) of the
 * number c of common users, doubted the more the smaller the numbers are. A history is scored by
 * its last events.
 */
public final class ItemNeighbours {

  private static final double SHRINKAGE = 20;
  private static final int LOOKBACK = 20;
  private static final double FORGETTING = 0.5;

  private ItemNeighbours() {}

  /** Trains in time proportional to the pairs of items that users have, of their newest items. */
  public static Transitions train(Interactions data, Progress progress) {
    var had = DistinctItems.newest(data);
    var rows = SparseRows.compute(data.items(), progress, (item, sum) -> cosines(had, item, sum));
    var weights = Transitions.decaying(LOOKBACK, FORGETTING);
    return new Transitions("item-knn", List.of(new Window(1, weights, rows)));
  }

  private static void cosines(DistinctItems had, int item, RowSum sum) {
    for (int user : had.usersOf()[item]) {
      for (int other : had.ofUser()[user]) {
        sum.add(other, 1);
      }
    }
    double users = had.usersOf()[item].length;
    sum.replaceAll(
        (other, common) ->
            other == item
                ? 0
                : (float) (common / (Math.sqrt(users * had.usersOf()[other].length) + SHRINKAGE)));
  }
}
