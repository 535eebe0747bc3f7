package dev.maitred.recommend.action;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * When actions may be suggested and what they are worth (ACTIONS data set).
 *
 * @param value VALUE of each, 0 without
 * @param expires EXPIRATION_TIMESTAMP of each, in seconds; infinite without
 * @param repeatDays REPEAT_FREQUENCY of each: the days for which it is withheld after a user did
 *     anything about it; 0 without
 * @param newest the time of the newest event in training
 * @param newcomers since when they are there, and how often they were taken, and not taken
 */
public record Offers(
    float[] value, float[] expires, float[] repeatDays, long newest, Newcomers newcomers) {

  private static final float DAY = 86_400;

  /** What is known of the actions of a training. */
  public static Offers of(Actions actions) {
    return new Offers(
        column(actions.features(), 0, "VALUE"),
        column(
            actions.features(),
            Float.POSITIVE_INFINITY,
            "EXPIRATION_TIMESTAMP",
            "ACTION_EXPIRATION_TIMESTAMP"),
        column(actions.features(), 0, "REPEAT_FREQUENCY"),
        actions.newest(),
        newcomers(actions));
  }

  private static float[] column(Features features, float missing, String... names) {
    var values = new float[features.rows()];
    Arrays.fill(values, missing);
    for (String name : names) {
      features
          .named(name)
          .filter(Numbers.class::isInstance)
          .map(Numbers.class::cast)
          .ifPresent(column -> fill(column, values));
    }
    return values;
  }

  private static void fill(Numbers column, float[] values) {
    for (int action = 0; action < values.length; action++) {
      double value = column.values()[action];
      values[action] = Double.isNaN(value) ? values[action] : (float) value;
    }
  }

  private static Newcomers newcomers(Actions actions) {
    var taken = new int[actions.size()];
    var ignored = new int[actions.size()];
    for (int event = 0; event < actions.events(); event++) {
      int[] counts = actions.outcome()[event] == Outcome.TAKEN ? taken : ignored;
      counts[actions.action()[event]]++;
    }
    var since = new long[actions.size()];
    Arrays.fill(since, actions.newest());
    for (int event = 0; event < actions.events(); event++) {
      int action = actions.action()[event];
      since[action] = Math.min(since[action], actions.time()[event]);
    }
    return new Newcomers(since, taken, ignored);
  }

  /** The actions that may be suggested to a user now. */
  public IntPredicate open(ActionHistory done) {
    var withheld = new boolean[value.length];
    for (int at = 0; at < done.action().length; at++) {
      int action = done.action()[at];
      if (action >= 0 && action < withheld.length) {
        withheld[action] |= done.now() - done.time()[at] < repeatDays[action] * DAY;
      }
    }
    return action -> !withheld[action] && done.now() < expires[action];
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putFloats(value);
    out.putFloats(expires);
    out.putFloats(repeatDays);
    out.putLong(newest);
    newcomers.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static Offers read(ModelReader in) {
    return new Offers(
        in.getFloats(), in.getFloats(), in.getFloats(), in.getLong(), Newcomers.read(in));
  }
}
