package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;

/**
 * The score of iALS for the taste that a history shows, divided by the standard deviation of the
 * scores.
 *
 * @param factors the model
 */
record Factors(ItemFactors factors) implements Component {

  static final String NAME = "ials";

  private static final double LEAST_DEVIATION = 1e-9;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int signals() {
    return 1;
  }

  @Override
  public double[] usual() {
    return new double[] {0.1};
  }

  @Override
  public Voice says(Asked asked) {
    float[] scores = raw(asked);
    float scale = scale(scores);
    for (int item = 0; item < scores.length; item++) {
      scores[item] *= scale;
    }
    return new ScoreOfEach(scores);
  }

  private float[] raw(Asked asked) {
    var scores = new float[factors.items()];
    factors.addScores(asked.history(), scores);
    return scores;
  }

  /** One over the standard deviation, or 0 where all scores are equal. */
  private static float scale(float[] scores) {
    double sum = 0;
    double squares = 0;
    for (float score : scores) {
      sum += score;
      squares += (double) score * score;
    }
    double mean = sum / Math.max(1, scores.length);
    double variance = squares / Math.max(1, scores.length) - mean * mean;
    return variance > LEAST_DEVIATION * LEAST_DEVIATION ? (float) (1 / Math.sqrt(variance)) : 0;
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    double scale = weights[0] * scale(raw(asked));
    float[] shares = factors.parts(asked.history(), item);
    for (int event = 0; event < shares.length; event++) {
      if (shares[event] != 0) {
        parts.add(new Part(name(), asked.places()[event], scale * shares[event]));
      }
    }
  }

  @Override
  public void write(ModelWriter out) {
    factors.write(out);
  }

  static Factors read(ModelReader in) {
    return new Factors(ItemFactors.read(in));
  }
}
