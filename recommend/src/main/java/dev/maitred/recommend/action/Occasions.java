package dev.maitred.recommend.action;

import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.action.Logistic.Example;
import dev.maitred.recommend.kernel.Shards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The occasions on which users could take an action. An action that was not taken, or viewed, is
 * taken after all if the same user takes it within the period; that later event is then no occasion
 * of its own.
 *
 * @param user the user of each
 * @param action the action of each
 * @param example the inputs as of then, and whether the action was taken
 */
record Occasions(int[] user, int[] action, List<Example> example) {

  private static final long DAY = 86_400;

  /** Of a user's events about actions only the newest are occasions. */
  static final int MOST_EVENTS = 1_000;

  private record Occasion(int user, int action, Example example) {}

  static Occasions of(TrainingData data, Inputs inputs, Progress progress) {
    var ofUser = new ArrayList<List<Occasion>>();
    for (int user = 0; user < data.events().users(); user++) {
      ofUser.add(List.of());
    }
    Shards.forEach(
        ofUser.size(), progress, user -> ofUser.set(user, ofUser(data, inputs, user, progress)));
    List<Occasion> all = ofUser.stream().flatMap(List::stream).toList();
    return new Occasions(
        all.stream().mapToInt(Occasion::user).toArray(),
        all.stream().mapToInt(Occasion::action).toArray(),
        all.stream().map(Occasion::example).toList());
  }

  private static List<Occasion> ofUser(
      TrainingData data, Inputs inputs, int user, Progress progress) {
    Actions actions = data.actions();
    long period = inputs.periodDays() * DAY;
    var occasions = new ArrayList<Occasion>();
    var known = new Known(data, inputs, user);
    int end = actions.firstEvent()[user + 1];
    for (int event = Math.max(actions.firstEvent()[user], end - MOST_EVENTS);
        event < end;
        event++) {
      progress.check();
      boolean taken = actions.outcome()[event] == Outcome.TAKEN;
      if (!taken || !offered(actions, user, event, period)) {
        int action = actions.action()[event];
        float[] x =
            inputs.withAction(
                known.before(actions.time()[event]), actions.before(user, event), action);
        boolean counts = taken || takenLater(actions, user, event, period);
        occasions.add(new Occasion(user, action, new Example(x, counts)));
      }
    }
    return occasions;
  }

  /** What is known of a user beside actions, worked out anew only where it changes. */
  private static final class Known {
    private final Interactions events;
    private final Inputs inputs;
    private final Map<String, String> row;
    private final int user;
    private int known;
    private float[] x;

    Known(TrainingData data, Inputs inputs, int user) {
      this.events = data.events();
      this.inputs = inputs;
      this.row = data.users().row(user);
      this.user = user;
      this.x = inputs.ofUser(new int[0], row);
    }

    float[] before(long time) {
      int before = events.before(user, time);
      if (before != known) {
        known = before;
        int end = events.firstEvent()[user] + known;
        int from = end - Math.min(known, Inputs.LAST_ITEMS);
        x = inputs.ofUser(Arrays.copyOfRange(events.item(), from, end), row);
      }
      return x;
    }
  }

  private static boolean offered(Actions actions, int user, int event, long period) {
    for (int at = event - 1; at >= actions.firstEvent()[user]; at--) {
      if (actions.time()[event] - actions.time()[at] > period) {
        return false;
      }
      if (actions.action()[at] == actions.action()[event]) {
        return actions.outcome()[at] != Outcome.TAKEN;
      }
    }
    return false;
  }

  private static boolean takenLater(Actions actions, int user, int event, long period) {
    for (int at = event + 1; at < actions.firstEvent()[user + 1]; at++) {
      if (actions.time()[at] - actions.time()[event] > period) {
        return false;
      }
      if (actions.action()[at] == actions.action()[event]
          && actions.outcome()[at] == Outcome.TAKEN) {
        return true;
      }
    }
    return false;
  }
}
