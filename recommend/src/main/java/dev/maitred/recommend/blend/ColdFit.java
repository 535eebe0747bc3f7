package dev.maitred.recommend.blend;

import dev.maitred.recommend.kernel.Softmax;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;

/**
 * Finds the weights of the {@link Standing}s for a user without history: those that make held-out
 * items most likely, but popularity never counts less than {@link #LEAST_POPULARITY} and nothing
 * counts against an item. So an item that more users had, now and ever, is never behind, whatever
 * the data.
 *
 * <p>The held-out events are those of users who had the hits before, so left to themselves they may
 * teach that the least popular item is the best one for a newcomer.
 */
final class ColdFit {

  /** The least weight of popularity, whose standard deviation over the items is 1. */
  static final float LEAST_POPULARITY = 0.5f;

  private static final int SWEEPS = 50;

  /** Popularity has this weight where the data don't decide, and other standings have none. */
  private static final double USUAL_POPULARITY = 1;

  private static final double PULL_IN_CASES = 1;

  private final Popularity popularity;
  private final List<Standing> standings;
  private final double[] held;
  private final double pull;
  private final double[] likely;

  private ColdFit(Popularity popularity, List<Standing> standings, List<HeldOut.Case> cases) {
    this.popularity = popularity;
    this.standings = standings;
    this.held = standings.stream().mapToDouble(standing -> mean(standing, cases)).toArray();
    this.pull = PULL_IN_CASES / Math.max(1, cases.size());
    this.likely = new double[popularity.items()];
  }

  /**
   * The weights.
   *
   * @param standings popularity first
   * @param cases their histories don't count
   */
  static float[] fit(Popularity popularity, List<Standing> standings, List<HeldOut.Case> cases) {
    return new ColdFit(popularity, standings, cases).descend(cases.isEmpty() ? 0 : SWEEPS);
  }

  private static double mean(Standing standing, List<HeldOut.Case> cases) {
    return cases.stream().mapToDouble(c -> standing.values()[c.next()]).average().orElse(0);
  }

  /** One weight after the other, each by a step of Newton's method that stops at its bound. */
  private float[] descend(int sweeps) {
    var weights = new float[standings.size()];
    for (int at = 0; at < weights.length; at++) {
      weights[at] = (float) usual(at);
    }
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int at = 0; at < weights.length; at++) {
        weights[at] = Math.max(at == 0 ? LEAST_POPULARITY : 0, improved(weights, at));
      }
    }
    return weights;
  }

  private float improved(float[] weights, int at) {
    softmax(weights);
    float[] values = standings.get(at).values();
    double mean = 0;
    double square = 0;
    for (int item = 0; item < likely.length; item++) {
      mean += likely[item] * values[item];
      square += likely[item] * values[item] * values[item];
    }
    double off = weights[at] - usual(at);
    double slope = mean - held[at] + pull * off;
    double curvature = square - mean * mean + pull;
    return (float) (weights[at] - Math.clamp(slope / curvature, -1, 1));
  }

  private static double usual(int at) {
    return at == 0 ? USUAL_POPULARITY : 0;
  }

  private void softmax(float[] weights) {
    for (int item = 0; item < likely.length; item++) {
      likely[item] =
          popularity.users(item) > 0
              ? Standing.sum(standings, weights, item)
              : Double.NEGATIVE_INFINITY;
    }
    Softmax.replace(likely);
  }
}
