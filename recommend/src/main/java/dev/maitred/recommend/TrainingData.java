package dev.maitred.recommend;

import java.util.function.IntUnaryOperator;

/**
 * What a model learns from: the events, and what is known of the items and the users in them.
 *
 * @param events who had what, in order
 * @param items a row for each item, by the numbers of {@code events}
 * @param users a row for each user, by the numbers of {@code events}
 */
public record TrainingData(Interactions events, Features items, Features users) {

  public TrainingData {
    if (items.rows() != events.items() || users.rows() != events.users()) {
      throw new IllegalArgumentException("features must have a row for each item and each user");
    }
  }

  /** Events of which nothing else is known. */
  public static TrainingData of(Interactions events) {
    return new TrainingData(events, Features.none(events.items()), Features.none(events.users()));
  }

  /** The same items and users with other events in the same numbering. */
  public TrainingData with(Interactions others) {
    return new TrainingData(others, items, users);
  }

  /** The same with only the oldest events of each user, as {@link Interactions#oldest}. */
  public TrainingData oldest(IntUnaryOperator kept) {
    return with(events.oldest(kept));
  }
}
