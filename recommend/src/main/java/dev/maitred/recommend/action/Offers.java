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
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * When actions may be suggested and what they are worth (ACTIONS data set).
 *
 * @param value VALUE of each, 0 without
 * @param expires EXPIRATION_TIMESTAMP of each, in seconds; the largest number without
 * @param repeatDays REPEAT_FREQUENCY of each: the days for which it is withheld after a user did
 *     anything about it; 0 without
 * @param considered which actions are suggested at all: the {@value #MOST} that are new or were
 *     used last (developer guide, "Service quotas": actions considered)
 * @param newest the time of the newest event in training
 * @param newcomers since when they are there, and how often they were taken, and not taken
 */
public record Offers(
    float[] value,
    long[] expires,
    float[] repeatDays,
    boolean[] considered,
    long newest,
    Newcomers newcomers) {

  static final int MOST = 1_000;

  private static final double DAY = 86_400;

  /** What is known of the actions of a training. */
  public static Offers of(Actions actions) {
    double[] expires =
        column(
            actions.features(),
            Double.POSITIVE_INFINITY,
            "EXPIRATION_TIMESTAMP",
            "ACTION_EXPIRATION_TIMESTAMP");
    return new Offers(
        floats(column(actions.features(), 0, "VALUE")),
        // The largest long for what is infinite.
        Arrays.stream(expires).mapToLong(time -> (long) time).toArray(),
        floats(column(actions.features(), 0, "REPEAT_FREQUENCY")),
        considered(actions),
        actions.newest(),
        newcomers(actions));
  }

  private static boolean[] considered(Actions actions) {
    var used = new long[actions.size()];
    Arrays.fill(used, Long.MAX_VALUE);
    for (int event = 0; event < actions.events(); event++) {
      int action = actions.action()[event];
      long time = actions.time()[event];
      used[action] = used[action] == Long.MAX_VALUE ? time : Math.max(used[action], time);
    }
    var considered = new boolean[actions.size()];
    IntStream.range(0, actions.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer action) -> used[action]).reversed())
        .limit(MOST)
        .forEach(action -> considered[action] = true);
    return considered;
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int at = 0; at < floats.length; at++) {
      floats[at] = (float) values[at];
    }
    return floats;
  }

  private static double[] column(Features features, double missing, String... names) {
    var values = new double[features.rows()];
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

  private static void fill(Numbers column, double[] values) {
    for (int action = 0; action < values.length; action++) {
      double value = column.values()[action];
      values[action] = Double.isNaN(value) ? values[action] : value;
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
    return action -> considered[action] && !withheld[action] && done.now() < expires[action];
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putFloats(value);
    out.putInt(expires.length);
    for (long time : expires) {
      out.putLong(time);
    }
    out.putFloats(repeatDays);
    for (boolean one : considered) {
      out.putInt(one ? 1 : 0);
    }
    out.putLong(newest);
    newcomers.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static Offers read(ModelReader in) {
    float[] value = in.getFloats();
    var expires = new long[in.getInt()];
    Arrays.setAll(expires, action -> in.getLong());
    float[] repeatDays = in.getFloats();
    var considered = new boolean[value.length];
    for (int action = 0; action < considered.length; action++) {
      considered[action] = in.getInt() == 1;
    }
    return new Offers(value, expires, repeatDays, considered, in.getLong(), Newcomers.read(in));
  }
}
