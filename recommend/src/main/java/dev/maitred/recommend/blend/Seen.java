package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Whether an item is in the history, and how lately: Σ 0.9^k over its events, k events ago. */
record Seen() implements Component {

  private static final float FORGETTING = 0.9f;

  @Override
  public String name() {
    return "seen";
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
  public Voice says(Asked asked) {
    var ever = new BitSet();
    Map<Integer, Float> lately = HashMap.newHashMap(asked.history().length);
    float weight = 1;
    for (int event = asked.history().length - 1; event >= 0; event--) {
      ever.set(asked.history()[event]);
      lately.merge(asked.history()[event], weight, Float::sum);
      weight *= FORGETTING;
    }
    return new History(ever, lately);
  }

  private record History(BitSet ever, Map<Integer, Float> lately) implements Voice {

    @Override
    public void best(int most, IntPredicate allowed, IntConsumer into) {
      ever.stream().filter(allowed).limit(most).forEach(into);
    }

    @Override
    public void fill(int[] items, int from, int count, float[][] into) {
      Arrays.fill(into[0], 0, count, 0);
      Arrays.fill(into[1], 0, count, 0);
      for (int at = 0; at < count; at++) {
        if (ever.get(items[from + at])) {
          into[0][at] = 1;
          into[1][at] = lately.getOrDefault(items[from + at], 0f);
        }
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
