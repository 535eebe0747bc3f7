package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.linear.DistinctItems;
import dev.maitred.recommend.linear.RowSum;
import dev.maitred.recommend.linear.SparseRows;
import java.util.function.IntPredicate;

/**
 * How strongly items go together, from the number c of distinct users who had both: {@code c /
 * users(j)^discount · c / (c + 10)} for a neighbour j, where c reaches the smallest count. The last
 * factor doubts small counts. With discount 0 the most popular of the co-occurring items win; with
 * 1 the share of j's users who had the item counts, whatever j's popularity.
 */
final class CoOccurrence {

  private static final int DOUBT = 10;

  private final int minCommonUsers;
  private final double discount;
  private final IntPredicate neighbour;
  private final int items;
  private final DistinctItems had;

  /**
   * Prepares the counting.
   *
   * @param neighbour the items that may be anyone's neighbour
   */
  CoOccurrence(Interactions data, int minCommonUsers, double discount, IntPredicate neighbour) {
    this.minCommonUsers = Math.max(1, minCommonUsers);
    this.discount = discount;
    this.neighbour = neighbour;
    this.items = data.items();
    this.had = DistinctItems.of(data);
  }

  SparseRows rows(Progress progress) {
    return SparseRows.compute(items, progress, this::count);
  }

  private void count(int item, RowSum common) {
    for (int user : had.usersOf()[item]) {
      for (int other : had.ofUser()[user]) {
        common.add(other, 1);
      }
    }
    common.replaceAll((other, users) -> other == item ? 0 : strength(users, other));
  }

  private float strength(float common, int other) {
    if (common < minCommonUsers || !neighbour.test(other)) {
      return 0;
    }
    double share = common / Math.pow(had.usersOf()[other].length, discount);
    return (float) (share * common / (common + DOUBT));
  }
}
