package dev.maitred.personalize.interactions;

import dev.maitred.recommend.Features;
import java.util.List;

/**
 * What can be suggested to the users of a {@link TrainingSet}, and what they did about it.
 *
 * @param actions the ids of the actions, by number
 * @param features what is known of them
 * @param user the user of each event, by the number that the training set gives; sorted by user,
 *     then time
 * @param action the action of each event
 * @param outcome what the user did: TAKEN, NOT_TAKEN or VIEWED
 * @param time when, in seconds since 1970
 */
public record ActionSet(
    List<String> actions,
    Features features,
    int[] user,
    int[] action,
    List<String> outcome,
    long[] time) {

  /** No actions at all. */
  public static final ActionSet NONE =
      new ActionSet(List.of(), Features.none(0), new int[0], new int[0], List.of(), new long[0]);

  public ActionSet {
    actions = List.copyOf(actions);
    outcome = List.copyOf(outcome);
  }
}
