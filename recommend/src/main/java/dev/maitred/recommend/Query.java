package dev.maitred.recommend;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a {@link Recommender} is asked. What a recipe does not look at does not count.
 *
 * @param history the items of the user's events, oldest first, in the model's numbering; numbers
 *     outside it are passed over; empty for an unknown user
 * @param item the item to find company for, or {@link #NO_ITEM}; counts for {@link
 *     RecipeType#RELATED_ITEMS} and {@link RecipeType#USER_SEGMENTATION}
 * @param candidates the items to put in order, for {@link RecipeType#PERSONALIZED_RANKING}; numbers
 *     outside the model's come last
 * @param limit the largest number of answers wanted
 * @param filter what may be answered; it is asked after scoring, so scores don't change
 * @param user what is known of the user, by column of the Users data set; several words of a
 *     category are joined by {@code |}
 * @param context what is known of the request, by column of the Interactions data set
 * @param exploration whether items of which little is known are tried out, and how
 * @param influence how much popularity and freshness count beside likeness of texts
 */
public record Query(
    int[] history,
    int item,
    int[] candidates,
    int limit,
    IntPredicate filter,
    Map<String, String> user,
    Map<String, String> context,
    Optional<Exploration> exploration,
    RankingInfluence influence) {

  /** No item, or one that the model doesn't know. */
  public static final int NO_ITEM = -1;

  private static final int[] NONE = {};

  public Query {
    if (limit < 0) {
      throw new IllegalArgumentException("the limit must not be negative");
    }
    user = Map.copyOf(user);
    context = Map.copyOf(context);
  }

  /** Asks for the next items of a user. */
  public static Query ofHistory(int[] history, int limit) {
    return of(history, NO_ITEM, NONE, limit);
  }

  /** Asks for what goes with an item. */
  public static Query ofItem(int item, int limit) {
    return of(NONE, item, NONE, limit);
  }

  /** Asks for the order of a list of items that suits a user. */
  public static Query ofList(int[] history, int[] candidates) {
    return of(history, NO_ITEM, candidates, candidates.length);
  }

  private static Query of(int[] history, int item, int[] candidates, int limit) {
    return new Query(
        history,
        item,
        candidates,
        limit,
        any -> true,
        Map.of(),
        Map.of(),
        Optional.empty(),
        RankingInfluence.NONE);
  }

  /** The same query, answered only with what passes a further filter. */
  public Query where(IntPredicate allowed) {
    return new Query(
        history,
        item,
        candidates,
        limit,
        filter.and(allowed),
        user,
        context,
        exploration,
        influence);
  }

  /** The same query for so many answers. */
  public Query first(int answers) {
    return new Query(
        history, item, candidates, answers, filter, user, context, exploration, influence);
  }

  /** The same query at an item. */
  public Query at(int other) {
    return new Query(
        history, other, candidates, limit, filter, user, context, exploration, influence);
  }

  /** The same query of a user of whom this is known. */
  public Query by(Map<String, String> known) {
    return new Query(
        history, item, candidates, limit, filter, known, context, exploration, influence);
  }

  /** The same query in another context. */
  public Query in(Map<String, String> other) {
    return new Query(history, item, candidates, limit, filter, user, other, exploration, influence);
  }

  /** The same query, in whose answer items are tried out. */
  public Query exploring(Exploration how) {
    return new Query(
        history, item, candidates, limit, filter, user, context, Optional.of(how), influence);
  }

  /** The same query, in whose answer popularity and freshness count. */
  public Query influencedBy(RankingInfluence how) {
    return new Query(history, item, candidates, limit, filter, user, context, exploration, how);
  }
}
