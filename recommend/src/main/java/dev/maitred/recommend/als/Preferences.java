package dev.maitred.recommend.als;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;

/** Who preferred what, each pair once, with how sure that is (Hu et al. 2008, section 4). */
public final class Preferences {

  private final Rows ofUsers;
  private final Rows ofItems;

  private Preferences(Rows ofItems, int users) {
    this.ofItems = ofItems;
    this.ofUsers = ofItems.transposed(users);
  }

  /** Whoever had an item, however often, prefers it with weight 1. */
  public static Preferences of(Interactions data) {
    Rows pairs = pairs(data, new float[data.events()]);
    Arrays.fill(pairs.weight(), 1);
    return new Preferences(pairs, data.users());
  }

  /**
   * Whoever had an item prefers it with the sum of the weights of the events.
   *
   * @param weights of each event, not negative
   */
  public static Preferences of(Interactions data, float[] weights) {
    for (float weight : weights) {
      if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must be a number from 0 on");
      }
    }
    if (weights.length != data.events()) {
      throw new IllegalArgumentException("each event needs a weight");
    }
    return new Preferences(pairs(data, weights), data.users());
  }

  // Events come by user, so after the turn to items those of one pair are neighbours.
  private static Rows pairs(Interactions data, float[] weights) {
    return new Rows(data.firstEvent(), data.item(), weights).transposed(data.items()).merged();
  }

  /** Number of users, those without a preference included. */
  public int users() {
    return ofUsers.count();
  }

  /** Number of items, those that nobody prefers included. */
  public int items() {
    return ofItems.count();
  }

  /** Number of pairs. */
  public int pairs() {
    return ofItems.column().length;
  }

  /** For each user the items, ascending. */
  Rows ofUsers() {
    return ofUsers;
  }

  /** For each item the users, ascending. */
  Rows ofItems() {
    return ofItems;
  }
}
