package dev.maitred.personalize.runtime;

import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.RecentEvent;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.training.TrainedModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a campaign serves.
 *
 * @param dataset the ARN of the Interactions dataset that the users' events go to
 * @param selection the events that its solution looks at
 */
record Deployment(TrainedModel model, String dataset, EventSelection selection) {

  /**
   * The items of a user, oldest first, in the model's numbering: what the training saw, then what
   * was streamed since. Items that the model does not know are left out.
   */
  int[] history(EventLog log, String user) {
    int[] trained = model.histories().of(model.users().number(user));
    int[] streamed =
        log.recent(dataset, user).stream()
            .filter(event -> event.number() > model.histories().lastEvent())
            .filter(event -> selection.selects(event.type(), event.value()))
            .map(RecentEvent::item)
            .mapToInt(model.items()::number)
            .filter(item -> item >= 0)
            .toArray();
    return streamed.length == 0
        ? trained
        : IntStream.concat(Arrays.stream(trained), Arrays.stream(streamed)).toArray();
  }
}
