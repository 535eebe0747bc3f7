package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.kernel.Logarithm;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.Few;
import dev.maitred.recommend.linear.HistoryModel;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model of what follows what, read in one or more ways that differ only in how much events
 * count by their age. Each reading has two forms of a score s: log(1 + s / (0.1 · mean s)), which
 * tells apart the weak, and 5 · s / max s, which tells apart the strong.
 */
final class Chain implements Component {

  private static final int FORMS = 2;
  private static final float SHARE_OF_MEAN = 0.1f;
  private static final float STRONGEST = 5;
  private static final double USUAL_LOG = 0.2;
  private static final double USUAL_LINEAR = 0.1;

  private final int items;
  private final List<HistoryModel> readings;

  /** For each reading but the first one the weight of each event, nearest first. */
  private final List<float[]> others;

  /**
   * A model that is read in its own way only.
   *
   * @param items number of items
   */
  Chain(int items, HistoryModel model) {
    this.items = items;
    this.readings = List.of(model);
    this.others = List.of();
  }

  /**
   * A matrix that is read in its own way and in others.
   *
   * @param items number of items
   * @param matrix of one window where there are others
   * @param others for each other way the weight of each event, nearest first
   */
  Chain(int items, Transitions matrix, List<float[]> others) {
    this.items = items;
    this.readings =
        Stream.concat(Stream.of(matrix), others.stream().map(matrix::remembering))
            .map(HistoryModel.class::cast)
            .toList();
    this.others = List.copyOf(others);
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
  public Voice says(Asked asked, Scratch scratch) {
    return new Readings(readings.stream().map(reading -> scores(reading, asked, scratch)).toList());
  }

  private Scores scores(HistoryModel reading, Asked asked, Scratch scratch) {
    Few few = scratch.few();
    reading.addTo(asked.history(), scratch.sums());
    scratch.sums().take(few);
    return new Scores(few, Scale.of(few, items), scratch);
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    for (int at = 0; at < readings.size(); at++) {
      explain(readings.get(at), asked, item, weights[FORMS * at], weights[FORMS * at + 1], parts);
    }
  }

  private void explain(
      HistoryModel reading, Asked asked, int item, float log, float linear, List<Part> parts) {
    Scores all = scores(reading, asked, new Scratch(items));
    var found = new float[1];
    all.look(new int[] {item}, 0, 1, found);
    float score = found[0];
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
    out.putInt(others.size());
    others.forEach(out::putFloats);
  }

  static Chain read(ModelReader in) {
    int items = in.getInt();
    HistoryModel model = HistoryModel.read(in);
    List<float[]> others = IntStream.range(0, in.getInt()).mapToObj(_ -> in.getFloats()).toList();
    return model instanceof Transitions matrix
        ? new Chain(items, matrix, others)
        : new Chain(items, model);
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

    @Override
    public void addAll(float[] weights, int first, float[] scores) {
      for (int at = 0; at < readings.size(); at++) {
        int signal = first + FORMS * at;
        readings.get(at).addAll(weights[signal], weights[signal + 1], scores);
      }
    }
  }

  /** The scores of the items that have one. */
  private record Scores(Few few, Scale scale, Scratch scratch) {

    /** Scores that are weighed together. */
    private static final int BLOCK = 512;

    void best(int most, IntPredicate allowed, IntConsumer into) {
      float[] scores = few.values();
      int[] items = few.items();
      for (int at :
          TopItems.select(scores, few.size(), most, i -> scores[i] > 0 && allowed.test(items[i]))) {
        into.accept(items[at]);
      }
    }

    void look(int[] items, int from, int count, float[] into) {
      scratch.sums().look(few, items, from, count, into);
    }

    void fill(int[] items, int from, int count, float[] log, float[] linear) {
      look(items, from, count, linear);
      for (int at = 0; at < count; at++) {
        log[at] = scale.log(linear[at]);
        linear[at] = scale.linear(linear[at]);
      }
    }

    void addAll(float log, float linear, float[] scores) {
      int[] items = few.items();
      var weighed = new float[BLOCK];
      for (int from = 0; from < few.size(); from += BLOCK) {
        int count = Math.min(BLOCK, few.size() - from);
        weigh(from, count, log, linear, weighed);
        for (int at = 0; at < count; at++) {
          scores[items[from + at]] += weighed[at];
        }
      }
    }

    private void weigh(int from, int count, float log, float linear, float[] weighed) {
      float[] values = few.values();
      float ofMean = scale.ofMean();
      float ofMax = linear * scale.ofMax();
      for (int at = 0; at < count; at++) {
        float value = values[from + at];
        weighed[at] = log * Logarithm.ofOneAnd(ofMean * value) + ofMax * value;
      }
    }
  }

  /**
   * The two forms of the scores in one situation.
   *
   * @param ofMean one over a tenth of the mean score; 0 if that would not be finite
   * @param ofMax five over the largest score; 0 if that would not be finite
   */
  private record Scale(float ofMean, float ofMax) {

    /** One over less would not be finite. */
    private static final float LEAST = 1e-36f;

    static Scale of(Few few, int items) {
      double sum = 0;
      float max = 0;
      float[] scores = few.values();
      int at = 0;
      for (; at + 3 < few.size(); at += 4) {
        float one = Math.max(scores[at], 0) + Math.max(scores[at + 1], 0);
        float other = Math.max(scores[at + 2], 0) + Math.max(scores[at + 3], 0);
        sum += one + other;
        float most = Math.max(scores[at], scores[at + 1]);
        float more = Math.max(scores[at + 2], scores[at + 3]);
        max = Math.max(max, Math.max(most, more));
      }
      for (; at < few.size(); at++) {
        sum += Math.max(scores[at], 0);
        max = Math.max(scores[at], max);
      }
      float share = (float) (SHARE_OF_MEAN * sum / Math.max(1, items));
      return new Scale(share > LEAST ? 1 / share : 0, max > LEAST ? STRONGEST / max : 0);
    }

    float log(float score) {
      return Logarithm.ofOneAnd(ofMean * score);
    }

    float linear(float score) {
      return ofMax * score;
    }
  }
}
