package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.HistoryModel;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A linear model of what follows what, read in one or more ways that differ only in how much events
 * count by their age. Each reading has two forms of a score s: log(1 + s / (0.1 · mean s)), which
 * tells apart the weak, and 5 · s / max s, which tells apart the strong.
 *
 * @param items number of items
 * @param readings the model's readings; others than the first are {@link Transitions} of one window
 *     that share the first one's matrix
 */
record Chain(int items, List<HistoryModel> readings) implements Component {

  private static final int FORMS = 2;
  private static final float SHARE_OF_MEAN = 0.1f;
  private static final float STRONGEST = 5;
  private static final double USUAL_LOG = 0.2;
  private static final double USUAL_LINEAR = 0.1;

  Chain {
    readings = List.copyOf(readings);
  }

  @Override
  public String name() {
    return readings.getFirst().name();
  }

  @Override
  public int signals() {
    return FORMS * readings.size();
  }

  @Override
  public double[] usual() {
    var usual = new double[signals()];
    for (int at = 0; at < readings.size(); at++) {
      usual[FORMS * at] = USUAL_LOG / readings.size();
      usual[FORMS * at + 1] = USUAL_LINEAR / readings.size();
    }
    return usual;
  }

  @Override
  public Voice says(Asked asked) {
    return new Readings(readings.stream().map(reading -> scores(reading, asked)).toList());
  }

  private Scores scores(HistoryModel reading, Asked asked) {
    var scores = new float[items];
    reading.addScores(asked.history(), scores);
    return new Scores(scores, Scale.of(scores));
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    for (int at = 0; at < readings.size(); at++) {
      explain(readings.get(at), asked, item, weights[FORMS * at], weights[FORMS * at + 1], parts);
    }
  }

  private void explain(
      HistoryModel reading, Asked asked, int item, float log, float linear, List<Part> parts) {
    Scores all = scores(reading, asked);
    float score = all.scores()[item];
    if (score == 0) {
      return;
    }
    double value = log * all.scale().log(score) + linear * all.scale().linear(score);
    float[] shares = reading.parts(asked.history(), item);
    for (int event = 0; event < shares.length; event++) {
      if (shares[event] != 0) {
        parts.add(new Part(name(), asked.places()[event], value * shares[event] / score));
      }
    }
  }

  @Override
  public void write(ModelWriter out) {
    out.putInt(items);
    readings.getFirst().write(out);
    out.putInt(readings.size() - 1);
    for (HistoryModel reading : readings.subList(1, readings.size())) {
      out.putFloats(((Transitions) reading).windows().getFirst().weights());
    }
  }

  static Chain read(ModelReader in) {
    int items = in.getInt();
    HistoryModel first = HistoryModel.read(in);
    var readings = new ArrayList<>(List.of(first));
    for (int others = in.getInt(); others > 0; others--) {
      readings.add(((Transitions) first).remembering(in.getFloats()));
    }
    return new Chain(items, readings);
  }

  private record Readings(List<Scores> readings) implements Voice {

    @Override
    public void best(int most, IntPredicate allowed, IntConsumer into) {
      readings.forEach(reading -> reading.best(most, allowed, into));
    }

    @Override
    public void fill(int[] items, int from, int count, float[][] into) {
      for (int at = 0; at < readings.size(); at++) {
        readings.get(at).fill(items, from, count, into[FORMS * at], into[FORMS * at + 1]);
      }
    }
  }

  private record Scores(float[] scores, Scale scale) {

    void best(int most, IntPredicate allowed, IntConsumer into) {
      for (int item : TopItems.select(scores, most, i -> scores[i] > 0 && allowed.test(i))) {
        into.accept(item);
      }
    }

    void fill(int[] items, int from, int count, float[] log, float[] linear) {
      for (int at = 0; at < count; at++) {
        float score = scores[items[from + at]];
        log[at] = scale.log(score);
        linear[at] = scale.linear(score);
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
