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
    var events = new Rows(data.firstEvent(), data.item(), new float[data.events()]);
    // Events come by user, so after the turn to items those of one pair are neighbours.
    Rows pairs = events.transposed(data.items()).merged();
    Arrays.fill(pairs.weight(), 1);
    return new Preferences(pairs, data.users());
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
