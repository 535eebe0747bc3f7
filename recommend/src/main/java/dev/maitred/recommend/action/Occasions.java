package dev.maitred.recommend.action;

import dev.maitred.recommend.ActionHistory;
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

  private record Occasion(int user, int action, Example example) {}

  static Occasions of(TrainingData data, Inputs inputs, Progress progress) {
    var ofUser = new ArrayList<List<Occasion>>();
    for (int user = 0; user < data.events().users(); user++) {
      ofUser.add(List.of());
    }
    Shards.forEach(ofUser.size(), progress, user -> ofUser.set(user, ofUser(data, inputs, user)));
    List<Occasion> all = ofUser.stream().flatMap(List::stream).toList();
    return new Occasions(
        all.stream().mapToInt(Occasion::user).toArray(),
        all.stream().mapToInt(Occasion::action).toArray(),
        all.stream().map(Occasion::example).toList());
  }

  private static List<Occasion> ofUser(TrainingData data, Inputs inputs, int user) {
    Actions actions = data.actions();
    long period = inputs.periodDays() * DAY;
    var occasions = new ArrayList<Occasion>();
    var known = data.users().row(user);
    for (int event = actions.firstEvent()[user]; event < actions.firstEvent()[user + 1]; event++) {
      boolean taken = actions.outcome()[event] == Outcome.TAKEN;
      if (!taken || !offered(actions, user, event, period)) {
        int[] history = before(data.events(), user, actions.time()[event]);
        ActionHistory done = actions.before(user, event);
        int action = actions.action()[event];
        float[] x = inputs.withAction(inputs.ofUser(history, known), done, action);
        boolean counts = taken || takenLater(actions, user, event, period);
        occasions.add(new Occasion(user, action, new Example(x, counts)));
      }
    }
    return occasions;
  }

  private static int[] before(Interactions events, int user, long time) {
    int from = events.firstEvent()[user];
    int to = from;
    while (to < events.firstEvent()[user + 1] && events.time()[to] < time) {
      to++;
    }
    return Arrays.copyOfRange(events.item(), from, to);
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
