package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The honest estimate for a model in use: it learns from the oldest nine tenths of all events, and
 * of every user with events on both sides of that moment the first one after it must be foreseen.
 * Nothing that anybody did later is known to the training, as it is in {@link LeaveOneOut}.
 */
public final class TimeSplit {

  private static final double TRAINED = 0.9;

  private TimeSplit() {}

  /** Keeps what came after a moment from the training. */
  public static Holdout of(TrainingData data, boolean repeats) {
    Interactions events = data.events();
    long moment = moment(events);
    List<Case> cases =
        IntStream.range(0, events.users())
            .filter(user -> events.before(user, moment) > 0)
            .filter(user -> events.before(user, moment) < events.events(user))
            .mapToObj(user -> nextOff(events, user, events.before(user, moment)))
            .toList();
    return new Holdout(data.oldest(user -> events.before(user, moment)), cases, repeats);
  }

  private static long moment(Interactions events) {
    long[] times = events.time().clone();
    Arrays.parallelSort(times);
    return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1, TRAINED * times.length)];
  }

  private static Case nextOff(Interactions events, int user, int known) {
    int[] history = events.history(user);
    return new Case(user, Arrays.copyOf(history, known), new int[] {history[known]});
  }
}
