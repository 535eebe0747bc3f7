package dev.maitred.recommend;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a {@link Recommender} is asked. What a recipe does not look at does not count. Immutable:
 * each of the methods that add to a query answers another one.
 */
public final class Query {

  /** No item, or one that the model doesn't know. */
  public static final int NO_ITEM = -1;

  private static final int[] NONE = {};

  private int[] history = NONE;
  private int item = NO_ITEM;
  private int[] candidates = NONE;
  private int limit;
  private IntPredicate filter = any -> true;
  private Map<String, String> user = Map.of();
  private Map<String, String> context = Map.of();
  private Map<String, String> attributes = Map.of();
  private Optional<Exploration> exploration = Optional.empty();
  private Optional<ActionHistory> actions = Optional.empty();
  private RankingInfluence influence = RankingInfluence.NONE;

  private Query(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("the limit must not be negative");
    }
    this.limit = limit;
  }

  private Query copy(int answers) {
    var copy = new Query(answers);
    copy.history = history;
    copy.item = item;
    copy.candidates = candidates;
    copy.filter = filter;
    copy.user = user;
    copy.context = context;
    copy.attributes = attributes;
    copy.exploration = exploration;
    copy.actions = actions;
    copy.influence = influence;
    return copy;
  }

  /** Asks for the next items of a user. */
  public static Query ofHistory(int[] history, int limit) {
    var query = new Query(limit);
    query.history = history;
    return query;
  }

  /** Asks for what goes with an item. */
  public static Query ofItem(int item, int limit) {
    return new Query(limit).at(item);
  }

  /** Asks for the order of a list of items that suits a user. */
  public static Query ofList(int[] history, int[] candidates) {
    Query query = ofHistory(history, candidates.length);
    query.candidates = candidates;
    return query;
  }

  /** Asks for the users whom items with all of these attributes suit. */
  public static Query ofAttributes(Map<String, String> attributes, int limit) {
    var query = new Query(limit);
    query.attributes = Map.copyOf(attributes);
    return query;
  }

  /** The same query, answered only with what passes a further filter. */
  public Query where(IntPredicate allowed) {
    Query other = copy(limit);
    other.filter = filter.and(allowed);
    return other;
  }

  /** The same query for so many answers. */
  public Query first(int answers) {
    return copy(answers);
  }

  /** The same query at an item. */
  public Query at(int place) {
    Query other = copy(limit);
    other.item = place;
    return other;
  }

  /** The same query of a user of whom this is known. */
  public Query by(Map<String, String> known) {
    Query other = copy(limit);
    other.user = Map.copyOf(known);
    return other;
  }

  /** The same query in a context. */
  public Query in(Map<String, String> known) {
    Query other = copy(limit);
    other.context = Map.copyOf(known);
    return other;
  }

  /** The same query, in whose answer items are tried out. */
  public Query exploring(Exploration how) {
    Query other = copy(limit);
    other.exploration = Optional.of(how);
    return other;
  }

  /** The same query of a user who did this about actions. */
  public Query after(ActionHistory done) {
    Query other = copy(limit);
    other.actions = Optional.of(done);
    return other;
  }

  /** The same query, in whose answer popularity and freshness count. */
  public Query influencedBy(RankingInfluence how) {
    Query other = copy(limit);
    other.influence = how;
    return other;
  }

  /**
   * The items of the user's events, oldest first, in the model's numbering; numbers outside it are
   * passed over; empty for an unknown user. Nobody may change it.
   */
  public int[] history() {
    return history;
  }

  /**
   * The item to find company for, or {@link #NO_ITEM}; counts for {@link RecipeType#RELATED_ITEMS}
   * and {@link RecipeType#USER_SEGMENTATION}.
   */
  public int item() {
    return item;
  }

  /**
   * The items to put in order, for {@link RecipeType#PERSONALIZED_RANKING}; numbers outside the
   * model's come last. Nobody may change it.
   */
  public int[] candidates() {
    return candidates;
  }

  /** The largest number of answers wanted. */
  public int limit() {
    return limit;
  }

  /**
   * What may be answered. It doesn't change the scores, except where a recipe scores only some of a
   * large catalogue: those are chosen among what passes.
   */
  public IntPredicate filter() {
    return filter;
  }

  /**
   * What is known of the user, by column of the Users data set; several words of a category are
   * joined by {@code |}.
   */
  public Map<String, String> user() {
    return user;
  }

  /** What is known of the request, by column of the Interactions data set. */
  public Map<String, String> context() {
    return context;
  }

  /**
   * What the items must be, by column of the Items data set, all together; for {@code
   * aws-item-attribute-affinity}.
   */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** Whether items of which little is known are tried out, and how. */
  public Optional<Exploration> exploration() {
    return exploration;
  }

  /**
   * What the user did about actions, for {@link RecipeType#PERSONALIZED_ACTIONS}; empty if nothing
   * is known, and the question is then as of the newest event in training.
   */
  public Optional<ActionHistory> actions() {
    return actions;
  }

  /** How much popularity and freshness count beside likeness of texts. */
  public RankingInfluence influence() {
    return influence;
  }
}
