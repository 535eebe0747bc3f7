package dev.maitred.recommend;

import java.util.function.IntUnaryOperator;

/**
 * What a model learns from: the events, and what is known of the items and the users in them.
 *
 * @param events who had what, in order
 * @param items a row for each item, by the numbers of {@code events}
 * @param users a row for each user, by the numbers of {@code events}
 * @param actions what can be suggested to the same users, and what they did about it
 * @param ignored for each item how often it was shown and not taken; empty if that is not known
 */
public record TrainingData(
    Interactions events, Features items, Features users, Actions actions, int[] ignored) {

  private static final int[] NOT_KNOWN = {};

  public TrainingData {
    if (items.rows() != events.items() || users.rows() != events.users()) {
      throw new IllegalArgumentException("features must have a row for each item and each user");
    }
    if (actions.users() != events.users()) {
      throw new IllegalArgumentException("actions must be of the same users as the events");
    }
    if (ignored.length != 0 && ignored.length != events.items()) {
      throw new IllegalArgumentException("ignored must be empty or have a count for each item");
    }
  }

  /** Events and what is known of their items and users, without actions and impressions. */
  public TrainingData(Interactions events, Features items, Features users) {
    this(events, items, users, Actions.none(events.users()), NOT_KNOWN);
  }

  /** Events of which nothing else is known. */
  public static TrainingData of(Interactions events) {
    return new TrainingData(events, Features.none(events.items()), Features.none(events.users()));
  }

  /** The same items and users with other events in the same numbering. */
  public TrainingData with(Interactions others) {
    return new TrainingData(others, items, users, actions, ignored);
  }

  /** The same with actions. */
  public TrainingData with(Actions others) {
    return new TrainingData(events, items, users, others, ignored);
  }

  /** The same with only the oldest events of each user, as {@link Interactions#oldest}. */
  public TrainingData oldest(IntUnaryOperator kept) {
    return with(events.oldest(kept));
  }
}
