package dev.maitred.recommend.action;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.action.Logistic.Example;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.Preferences;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How likely a user takes each action: a logistic model for each action over {@link Inputs}, drawn
 * towards one that all actions share, and calibrated after Platt 1999 on a fifth of the users who
 * were held out.
 *
 * @param inputs what is looked at
 * @param weights for each action its weights; empty for one without a propensity
 * @param calibration for each action what is added to its logit and what multiplies it
 */
public record Propensities(Inputs inputs, float[][] weights, float[][] calibration) {

  /** Events of each kind within {@link #RECENT_DAYS} that an action needs (native-recipe-nba). */
  static final int LEAST_EVENTS = 50;

  /** Six weeks. */
  static final int RECENT_DAYS = 42;

  private static final int RANK = 32;
  private static final double SHARED_RIDGE = 1;
  private static final double OWN_RIDGE = 5;
  private static final double PLATT_RIDGE = 10;
  private static final int HELD_OUT_ONE_IN = 5;

  /** The shared model needs no more than this. */
  private static final int MOST_SHARED = 100_000;

  private static final long DAY = 86_400;

  /** Learns from all events. */
  public static Propensities train(
      TrainingData data, int periodDays, long seed, Progress progress) {
    var factors =
        ImplicitAls.DEFAULT
            .ofRank(RANK)
            .train(Preferences.of(data.events()), seed, progress.part(0, 0.3));
    var inputs = new Inputs(factors, UserColumns.of(data.users()), periodDays);
    progress.step("actions", 0.3, "%d events".formatted(data.actions().events()));
    var occasions = Occasions.of(data, inputs, progress);
    progress.step("actions", 0.6, "%d occasions".formatted(occasions.example().size()));
    boolean[] scored = scored(data.actions());
    IntPredicate held = user -> user % HELD_OUT_ONE_IN == 0;
    float[][] first = weights(occasions, scored, inputs, user -> !held.test(user), progress);
    progress.step("calibration", 0.75, "");
    float[][] calibration = calibration(occasions, first, held, progress);
    float[][] weights = weights(occasions, scored, inputs, any -> true, progress);
    progress.step("actions", 1, told(scored));
    return new Propensities(inputs, weights, calibration);
  }

  private static String told(boolean[] scored) {
    long count = IntStream.range(0, scored.length).filter(action -> scored[action]).count();
    return String.format(Locale.ROOT, "%d of %d actions have a propensity", count, scored.length);
  }

  /** Which actions have enough events of both kinds in the last six weeks. */
  private static boolean[] scored(Actions actions) {
    var taken = new int[actions.size()];
    var other = new int[actions.size()];
    long oldest = actions.newest() - RECENT_DAYS * DAY;
    for (int event = 0; event < actions.events(); event++) {
      if (actions.time()[event] >= oldest) {
        int[] counts = actions.outcome()[event] == Outcome.TAKEN ? taken : other;
        counts[actions.action()[event]]++;
      }
    }
    var scored = new boolean[taken.length];
    for (int action = 0; action < scored.length; action++) {
      scored[action] = taken[action] >= LEAST_EVENTS && other[action] >= LEAST_EVENTS;
    }
    return scored;
  }

  private static float[][] weights(
      Occasions occasions, boolean[] scored, Inputs inputs, IntPredicate users, Progress progress) {
    List<Example> all = examples(occasions, users, any -> true);
    int stride = Math.max(1, Math.ceilDiv(all.size(), MOST_SHARED));
    List<Example> some =
        IntStream.range(0, Math.ceilDiv(all.size(), stride))
            .mapToObj(at -> all.get(at * stride))
            .toList();
    float[] shared = Logistic.fit(some, new float[inputs.size()], SHARED_RIDGE, progress);
    var weights = new float[scored.length][];
    Shards.forEach(
        scored.length,
        progress,
        action ->
            weights[action] =
                scored[action]
                    ? Logistic.fit(
                        examples(occasions, users, one -> one == action),
                        shared,
                        OWN_RIDGE,
                        progress)
                    : new float[0]);
    return weights;
  }

  private static List<Example> examples(
      Occasions occasions, IntPredicate users, IntPredicate actions) {
    var examples = new ArrayList<Example>();
    for (int at = 0; at < occasions.user().length; at++) {
      if (users.test(occasions.user()[at]) && actions.test(occasions.action()[at])) {
        examples.add(occasions.example().get(at));
      }
    }
    return examples;
  }

  /** For each action the offset and the factor that fit the held-out users best. */
  private static float[][] calibration(
      Occasions occasions, float[][] weights, IntPredicate held, Progress progress) {
    var calibration = new float[weights.length][];
    Shards.forEach(
        weights.length,
        progress,
        action -> {
          float[] own = weights[action];
          List<Example> logits =
              own.length == 0
                  ? List.of()
                  : examples(occasions, held, one -> one == action).stream()
                      .map(
                          e ->
                              new Example(
                                  new float[] {1, (float) Logistic.dot(own, e.x())}, e.taken()))
                      .toList();
          calibration[action] = Logistic.fit(logits, new float[] {0, 1}, PLATT_RIDGE, progress);
        });
    return calibration;
  }

  /** Number of actions. */
  public int actions() {
    return weights.length;
  }

  /** Whether an action has a propensity. */
  public boolean has(int action) {
    return weights[action].length > 0;
  }

  /** The propensity of every action, 0 to 1; 0 for those without one. */
  public float[] of(int[] history, Map<String, String> known, ActionHistory done) {
    float[] ofUser = inputs.ofUser(history, known);
    var propensities = new float[actions()];
    for (int action = 0; action < propensities.length; action++) {
      if (has(action)) {
        float[] x = inputs.withAction(ofUser, done, action);
        propensities[action] = (float) Logistic.chance(logit(action, x));
      }
    }
    return propensities;
  }

  private double logit(int action, float[] x) {
    return calibration[action][0] + calibration[action][1] * Logistic.dot(weights[action], x);
  }

  /** What makes the logarithm of the odds that the action is taken. */
  public Explanation explain(
      int[] history, Map<String, String> known, ActionHistory done, int action) {
    if (!has(action)) {
      return Explanation.of(action, List.of());
    }
    float[] x = inputs.withAction(inputs.ofUser(history, known), done, action);
    var parts = new ArrayList<Part>();
    parts.add(new Part("calibration", Explanation.NO_EVENT, calibration[action][0]));
    for (Inputs.Kind kind : Inputs.Kind.values()) {
      double sum = 0;
      for (int at = inputs.from(kind); at < inputs.to(kind); at++) {
        sum += (double) weights[action][at] * x[at];
      }
      String name = kind.name().toLowerCase(Locale.ROOT);
      parts.add(new Part(name, Explanation.NO_EVENT, calibration[action][1] * sum));
    }
    return Explanation.of(action, parts);
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    inputs.write(out);
    out.putInt(weights.length);
    for (int action = 0; action < weights.length; action++) {
      out.putFloats(weights[action]);
      out.putFloats(calibration[action]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Propensities read(ModelReader in) {
    Inputs inputs = Inputs.read(in);
    int actions = in.getInt();
    var weights = new float[actions][];
    var calibration = new float[actions][];
    for (int action = 0; action < actions; action++) {
      weights[action] = in.getFloats();
      calibration[action] = in.getFloats();
    }
    return new Propensities(inputs, weights, calibration);
  }
}
