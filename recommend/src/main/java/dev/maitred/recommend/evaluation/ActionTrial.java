package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import dev.maitred.recommend.kernel.Shards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The measurement of recipes that answer actions: nine tenths of the users train; of each other
 * user the oldest nine tenths of the action events are known and the newest tell what was taken.
 *
 * <ul>
 *   <li>{@code coverage}: distinct actions among all answers, as a share of all actions;
 *   <li>{@code precision}: of the users to whom an action is recommended, being among the first
 *       {@value #RECOMMENDED}, the share that takes it, a mean over actions; {@code recall}: of the
 *       users who take it the share to whom it is recommended;
 *   <li>{@code area_under_curve}: how likely a user who takes an action has a higher propensity
 *       than one who had it before them and does not, a mean over actions.
 * </ul>
 *
 * @param training the action events of the training users, and all events
 * @param cases the test users
 * @param actions number of actions
 */
public record ActionTrial(TrainingData training, List<Case> cases, int actions) implements Trial {

  private static final int RECOMMENDED = 5;

  /**
   * One test user at the time of the first event that is held back.
   *
   * @param met the actions of the events held back
   * @param taken those of them that are taken
   */
  public record Case(Query query, BitSet met, BitSet taken) {}

  public ActionTrial {
    cases = List.copyOf(cases);
  }

  /** Holds a tenth of the users back. */
  public static Optional<Trial> trial(TrainingData data, Settings settings) {
    Actions actions = data.actions();
    var random = new SplittableRandom(settings.seed());
    var tested = new BitSet();
    for (int user = 0; user < actions.users(); user++) {
      int events = actions.firstEvent()[user + 1] - actions.firstEvent()[user];
      if (events > 0 && random.nextInt(10) == 0) {
        tested.set(user);
      }
    }
    var cases = new ArrayList<Case>();
    tested.stream().forEach(user -> cases.add(held(data, user)));
    IntPredicate trains = user -> !tested.get(user);
    return cases.isEmpty()
        ? Optional.empty()
        : Optional.of(new ActionTrial(data.with(actions.of(trains)), cases, actions.size()));
  }

  private static Case held(TrainingData data, int user) {
    Actions actions = data.actions();
    int from = actions.firstEvent()[user];
    int to = actions.firstEvent()[user + 1];
    int cut = from + Math.min(to - from - 1, (int) Math.round(0.9 * (to - from)));
    ActionHistory done = actions.before(user, cut);
    var met = new BitSet();
    var taken = new BitSet();
    for (int event = cut; event < to; event++) {
      met.set(actions.action()[event]);
      if (actions.outcome()[event] == Outcome.TAKEN) {
        taken.set(actions.action()[event]);
      }
    }
    Interactions events = data.events();
    int[] history = Arrays.copyOf(events.history(user), events.before(user, done.now()));
    Query query = Query.ofHistory(history, actions.size()).by(data.users().row(user)).after(done);
    return new Case(query, met, taken);
  }

  @Override
  public Map<String, Double> measure(Recommender model, Progress progress) {
    Figures[] figures = IntStream.range(0, actions).mapToObj(this::figures).toArray(Figures[]::new);
    Shards.forEach(
        cases.size(),
        progress,
        at -> {
          Ranking answer = model.recommend(cases.get(at).query());
          synchronized (figures) {
            count(answer, cases.get(at), figures);
          }
        });
    double precision = 0;
    double recall = 0;
    double area = 0;
    int recommended = 0;
    int taken = 0;
    int compared = 0;
    for (Figures figure : figures) {
      progress.check();
      if (figure.recommended > 0) {
        precision += figure.right / (double) figure.recommended;
        recommended++;
      }
      if (figure.takers.length > 0) {
        recall += figure.right / (double) figure.takers.length;
        taken++;
      }
      if (figure.takers.length > 0 && figure.others.length > 0) {
        area += figure.area();
        compared++;
      }
    }
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("coverage", recommended / (double) Math.max(1, actions));
    metrics.put("precision", precision / Math.max(1, recommended));
    metrics.put("recall", recall / Math.max(1, taken));
    metrics.put("area_under_curve", compared == 0 ? 0.5 : area / compared);
    return metrics;
  }

  private Figures figures(int action) {
    int takers = 0;
    int met = 0;
    for (Case user : cases) {
      takers += user.taken().get(action) ? 1 : 0;
      met += user.met().get(action) ? 1 : 0;
    }
    return new Figures(takers, met - takers);
  }

  private void count(Ranking answer, Case user, Figures[] figures) {
    var scores = new float[actions];
    for (int place = 0; place < answer.size(); place++) {
      int action = answer.items()[place];
      scores[action] = answer.scored() ? answer.scores()[place] : 0;
      if (place < RECOMMENDED) {
        figures[action].recommended++;
        figures[action].right += user.taken().get(action) ? 1 : 0;
      }
    }
    user.met().stream()
        .forEach(action -> figures[action].add(scores[action], user.taken().get(action)));
  }

  /** What is counted of one action. */
  private static final class Figures {
    private final float[] takers;
    private final float[] others;
    private int recommended;
    private int right;
    private int takersSoFar;
    private int othersSoFar;

    /** Prepares for so many users who take it, and so many who meet and don't take it. */
    Figures(int takers, int others) {
      this.takers = new float[takers];
      this.others = new float[others];
    }

    void add(float score, boolean takes) {
      if (takes) {
        takers[takersSoFar++] = score;
      } else {
        others[othersSoFar++] = score;
      }
    }

    /** The share of pairs in which the taker has the higher score; equal ones count half. */
    double area() {
      Arrays.sort(takers);
      Arrays.sort(others);
      double above = 0;
      int below = 0;
      int notAbove = 0;
      for (float taker : takers) {
        while (below < others.length && others[below] < taker) {
          below++;
        }
        while (notAbove < others.length && others[notAbove] <= taker) {
          notAbove++;
        }
        above += (below + notAbove) / 2.0;
      }
      return above / ((double) takers.length * others.length);
    }
  }
}
