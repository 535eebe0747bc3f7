package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A linear model of what follows what, in two forms for a score s: log(1 + s / (0.1 · mean s)),
 * which tells apart the weak, and 5 · s / max s, which tells apart the strong.
 *
 * @param items number of items
 * @param transitions the model
 */
record Chain(int items, Transitions transitions) implements Component {

  private static final float SHARE_OF_MEAN = 0.1f;
  private static final float STRONGEST = 5;

  @Override
  public String name() {
    return transitions.name();
  }

  @Override
  public int signals() {
    return 2;
  }

  @Override
  public double[] usual() {
    return new double[] {0.2, 0.1};
  }

  @Override
  public Voice says(Asked asked) {
    var scores = new float[items];
    transitions.addScores(asked.history(), scores);
    return new Scores(scores, Scale.of(scores));
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    var scores = new float[items];
    transitions.addScores(asked.history(), scores);
    float score = scores[item];
    if (score == 0) {
      return;
    }
    var scale = Scale.of(scores);
    double value = weights[0] * scale.log(score) + weights[1] * scale.linear(score);
    float[] shares = transitions.parts(asked.history(), item);
    for (int event = 0; event < shares.length; event++) {
      if (shares[event] != 0) {
        parts.add(new Part(name(), asked.places()[event], value * shares[event] / score));
      }
    }
  }

  @Override
  public void write(ModelWriter out) {
    out.putInt(items);
    transitions.write(out);
  }

  static Chain read(ModelReader in) {
    return new Chain(in.getInt(), Transitions.read(in));
  }

  private record Scores(float[] scores, Scale scale) implements Voice {

    @Override
    public void best(int most, IntPredicate allowed, IntConsumer into) {
      for (int item : TopItems.select(scores, most, i -> scores[i] > 0 && allowed.test(i))) {
        into.accept(item);
      }
    }

    @Override
    public void fill(int[] items, int from, int count, float[][] into) {
      for (int at = 0; at < count; at++) {
        float score = scores[items[from + at]];
        into[0][at] = scale.log(score);
        into[1][at] = scale.linear(score);
      }
    }
  }

  /** The two forms of the scores in one situation. */
  private record Scale(float mean, float max) {

    static Scale of(float[] scores) {
      double sum = 0;
      float max = 0;
      for (float score : scores) {
        sum += Math.max(score, 0);
        max = Math.max(score, max);
      }
      return new Scale((float) (sum / Math.max(1, scores.length)), max);
    }

    float log(float score) {
      return score > 0 && mean > 0
          ? (float) Math.log(1 + score / (SHARE_OF_MEAN * (double) mean))
          : 0;
    }

    float linear(float score) {
      return max > 0 ? STRONGEST * score / max : 0;
    }
  }
}
