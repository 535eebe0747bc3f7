package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Few;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Whether an item is in the history, said in several ways, for those who come back to items: that
 * it is there; how lately, Σ 0.9^k over its events, k events ago; that it is the latest one; that
 * it is the one before; that it is there times {@link Asked#newness}; and that it is there times
 * the share of events that came back, since some come back more than others.
 */
record Seen() implements Component {

  static final String NAME = "seen";

  private static final int SIGNALS = 6;
  private static final int LATELY = 1;
  private static final float[] NOTHING = new float[SIGNALS];
  private static final float FORGETTING = 0.9f;

  /** So that an event counts however long ago it was. */
  private static final float LEAST = 1e-30f;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int signals() {
    return SIGNALS;
  }

  @Override
  public double[] usual() {
    return new double[SIGNALS];
  }

  @Override
  public Voice says(Asked asked, Scratch scratch) {
    int[] history = asked.history();
    Few lately = scratch.few();
    scratch.sums().expect(history.length);
    float weight = 1;
    for (int event = history.length - 1; event >= 0; event--) {
      scratch.sums().add(history[event], weight);
      weight = Math.max(LEAST, weight * FORGETTING);
    }
    scratch.sums().take(lately);
    return new History(lately, Habit.of(asked, lately.size()), scratch);
  }

  /**
   * What the signals of an item are made of beside how lately it was there.
   *
   * @param latest the item of the last event, or a negative number
   * @param before the item of the event before that, or a negative number
   * @param newness of the user
   * @param returning share of the events that came back to an item
   */
  private record Habit(int latest, int before, float newness, float returning) {

    private static final int NONE = -1;

    static Habit of(Asked asked, int distinct) {
      int[] history = asked.history();
      int events = history.length;
      return new Habit(
          events > 0 ? history[events - 1] : NONE,
          events > 1 ? history[events - 2] : NONE,
          asked.newness(),
          events > 0 ? (float) (events - distinct) / events : 0);
    }

    /** The signals of an item of the history. */
    float[] signals(int item, float lately) {
      return new float[] {
        1, lately, item == latest ? 1 : 0, item == before ? 1 : 0, newness, returning
      };
    }

    /** Their weighed sum. */
    double weighed(int item, float lately, float[] weights, int first) {
      float[] signals = signals(item, lately);
      double sum = 0;
      for (int at = 0; at < SIGNALS; at++) {
        sum += (double) weights[first + at] * signals[at];
      }
      return sum;
    }
  }

  private record History(Few lately, Habit habit, Scratch scratch) implements Voice {

    @Override
    public void best(int most, IntPredicate allowed, IntConsumer into) {
      float[] weights = lately.values();
      int[] items = lately.items();
      for (int at : TopItems.select(weights, lately.size(), most, i -> allowed.test(items[i]))) {
        into.accept(items[at]);
      }
    }

    @Override
    public void fill(int[] items, int from, int count, float[][] into) {
      float[] found = into[LATELY];
      scratch.sums().look(lately, items, from, count, found);
      for (int at = 0; at < count; at++) {
        float[] signals = found[at] > 0 ? habit.signals(items[from + at], found[at]) : NOTHING;
        for (int signal = 0; signal < SIGNALS; signal++) {
          into[signal][at] = signals[signal];
        }
      }
    }

    @Override
    public void addAll(float[] weights, int first, float[] scores) {
      for (int at = 0; at < lately.size(); at++) {
        int item = lately.items()[at];
        scores[item] += (float) habit.weighed(item, lately.values()[at], weights, first);
      }
    }
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    float lately = 0;
    int newest = -1;
    for (int event = 0; event < asked.history().length; event++) {
      lately *= FORGETTING;
      if (asked.history()[event] == item) {
        lately += 1;
        newest = asked.places()[event];
      }
    }
    if (newest >= 0) {
      int distinct = (int) Arrays.stream(asked.history()).distinct().count();
      double value = Habit.of(asked, distinct).weighed(item, lately, weights, 0);
      parts.add(new Part(name(), newest, value));
    }
  }

  @Override
  public void write(ModelWriter out) {}

  static Seen read(ModelReader in) {
    return new Seen();
  }
}
