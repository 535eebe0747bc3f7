package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The protocol of most papers on sequential recommendation: the last event of every user with three
 * or more is hidden and must be foreseen from all before it; the one before is for validation.
 *
 * <p><em>Strict</em> trains without the events for validation too, which the model is then asked
 * with; otherwise it is trained again with them (<em>refit</em>).
 */
public final class LeaveOneOut {

  private static final int LEAST_EVENTS = 3;

  private LeaveOneOut() {}

  /** Hides the last events. */
  public static Holdout of(TrainingData data, boolean strict, boolean repeats) {
    Interactions events = data.events();
    int hidden = strict ? 2 : 1;
    List<Case> cases =
        IntStream.range(0, events.users())
            .filter(user -> tested(events, user))
            .mapToObj(user -> lastOff(user, events.history(user)))
            .toList();
    TrainingData training =
        data.oldest(user -> events.events(user) - (tested(events, user) ? hidden : 0));
    return new Holdout(training, cases, repeats);
  }

  private static boolean tested(Interactions events, int user) {
    return events.events(user) >= LEAST_EVENTS;
  }

  private static Case lastOff(int user, int[] history) {
    int last = history.length - 1;
    return new Case(user, Arrays.copyOf(history, last), new int[] {history[last]});
  }
}
