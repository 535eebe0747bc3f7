package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The protocol of papers on sessions: each user is a session, some sessions are tested, and the
 * next event must be foreseen from every proper beginning of a tested one. Items may come again.
 */
public final class Sessions {

  private static final double TESTED = 0.1;

  private Sessions() {}

  /** Keeps the tested sessions from the training. */
  public static Holdout of(TrainingData data, IntPredicate tested) {
    Interactions events = data.events();
    int[] sessions = IntStream.range(0, events.users()).filter(user -> tested.test(user)).toArray();
    TrainingData training = data.oldest(user -> tested.test(user) ? 0 : events.events(user));
    return new Holdout(training, new Beginnings(events, sessions), true);
  }

  /** The tenth of the sessions that end last, equal ones by number. */
  public static IntPredicate latest(Interactions events) {
    var tested = new boolean[events.users()];
    IntStream.range(0, events.users())
        .filter(user -> events.events(user) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(events::lastTime)
                .thenComparing(Comparator.naturalOrder())
                .reversed())
        .limit(Math.round(TESTED * events.users()))
        .forEach(user -> tested[user] = true);
    return user -> tested[user];
  }

  /** Every proper beginning of some sessions; made when asked for, as together they are large. */
  private static final class Beginnings extends AbstractList<Case> implements List<Case> {
    private final Interactions events;
    private final int[] sessions;

    /** For each session the number of its first case, and at the end the number of all. */
    private final int[] first;

    Beginnings(Interactions events, int[] sessions) {
      this.events = events;
      this.sessions = sessions;
      this.first = new int[sessions.length + 1];
      for (int at = 0; at < sessions.length; at++) {
        first[at + 1] = first[at] + Math.max(0, events.events(sessions[at]) - 1);
      }
    }

    @Override
    public Case get(int at) {
      int found = Arrays.binarySearch(first, at);
      int place = found < 0 ? -found - 2 : found;
      while (first[place + 1] == first[place]) {
        place++;
      }
      int session = sessions[place];
      int from = events.firstEvent()[session];
      int next = from + 1 + at - first[place];
      return new Case(
          session, Arrays.copyOfRange(events.item(), from, next), new int[] {events.item()[next]});
    }

    @Override
    public int size() {
      return first[sessions.length];
    }
  }
}
