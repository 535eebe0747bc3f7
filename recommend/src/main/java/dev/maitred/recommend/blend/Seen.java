package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Few;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Whether an item is in the history, and how lately: Σ 0.9^k over its events, k events ago. */
record Seen() implements Component {

  static final String NAME = "seen";

  private static final float FORGETTING = 0.9f;

  /** So that an event counts however long ago it was. */
  private static final float LEAST = 1e-30f;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int signals() {
    return 2;
  }

  @Override
  public double[] usual() {
    return new double[2];
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
    return new History(lately, scratch);
  }

  private record History(Few lately, Scratch scratch) implements Voice {

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
      scratch.sums().look(lately, items, from, count, into[1]);
      for (int at = 0; at < count; at++) {
        into[0][at] = into[1][at] > 0 ? 1 : 0;
      }
    }

    @Override
    public void addAll(float[] weights, int first, float[] scores) {
      for (int at = 0; at < lately.size(); at++) {
        scores[lately.items()[at]] += weights[first] + weights[first + 1] * lately.values()[at];
      }
    }
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    double lately = 0;
    int newest = -1;
    for (int event = 0; event < asked.history().length; event++) {
      lately *= FORGETTING;
      if (asked.history()[event] == item) {
        lately += 1;
        newest = asked.places()[event];
      }
    }
    if (newest >= 0) {
      parts.add(new Part(name(), newest, weights[0] + weights[1] * lately));
    }
  }

  @Override
  public void write(ModelWriter out) {}

  static Seen read(ModelReader in) {
    return new Seen();
  }
}
