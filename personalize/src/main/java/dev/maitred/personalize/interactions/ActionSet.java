package dev.maitred.personalize.interactions;

import dev.maitred.recommend.Actions;
import java.util.List;

/**
 * What can be suggested to the users of a {@link TrainingSet}, and what they did about it.
 *
 * @param ids the ids of the actions, by number
 * @param actions what is known of them, and the events
 */
record ActionSet(List<String> ids, Actions actions) {
  ActionSet {
    ids = List.copyOf(ids);
  }

  /** No actions at all. */
  static ActionSet none(int users) {
    return new ActionSet(List.of(), Actions.none(users));
  }
}
