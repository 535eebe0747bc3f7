package dev.maitred.recommend;

import java.util.function.IntPredicate;

/**
 * What a {@link Recommender} is asked.
 *
 * @param history the items of the user's events, oldest first, in the model's numbering; numbers
 *     outside it are passed over; empty for an unknown user
 * @param item the item to find company for, or {@link #NO_ITEM}; counts for {@link
 *     RecipeType#RELATED_ITEMS} only
 * @param limit the largest number of items wanted
 * @param filter the items that may be answered; it is asked after scoring, so scores don't change
 */
public record Query(int[] history, int item, int limit, IntPredicate filter) {

  /** No item, or one that the model doesn't know. */
  public static final int NO_ITEM = -1;

  public Query {
    if (limit < 0) {
      throw new IllegalArgumentException("the limit must not be negative");
    }
  }

  /** Asks for the next items of a user. */
  public static Query ofHistory(int[] history, int limit) {
    return new Query(history, NO_ITEM, limit, item -> true);
  }

  /** Asks for items that go with an item. */
  public static Query ofItem(int item, int limit) {
    return new Query(new int[0], item, limit, other -> true);
  }

  /** The same query, answered only with items that pass a further filter. */
  public Query where(IntPredicate allowed) {
    return new Query(history, item, limit, filter.and(allowed));
  }
}
