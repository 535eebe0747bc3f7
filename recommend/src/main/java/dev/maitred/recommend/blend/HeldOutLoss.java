package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.Softmax;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How unlikely a network finds the items held out: the mean of − log of their probability under
 * softmax over all trained items.
 */
record HeldOutLoss(Popularity popularity, List<HeldOut.Case> cases, Progress progress)
    implements ToDoubleFunction<EmaNet> {

  private static final int CASES_A_PIECE = 32;

  @Override
  public double applyAsDouble(EmaNet network) {
    var losses = new double[cases.size()];
    Shards.forEach(
        Math.ceilDiv(losses.length, CASES_A_PIECE),
        progress,
        piece -> {
          var scores = new float[network.items()];
          var likely = new double[network.items()];
          int end = Math.min(losses.length, (piece + 1) * CASES_A_PIECE);
          for (int at = piece * CASES_A_PIECE; at < end; at++) {
            Asked asked = cases.get(at).asked();
            network.scores(asked.history(), network.asked(asked.user(), asked.context()), scores);
            losses[at] = loss(scores, cases.get(at).next(), likely);
          }
        });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum / Math.max(1, losses.length);
  }

  private double loss(float[] scores, int next, double[] likely) {
    for (int item = 0; item < scores.length; item++) {
      likely[item] = popularity.users(item) > 0 ? scores[item] : Double.NEGATIVE_INFINITY;
    }
    return Softmax.replace(likely) - scores[next];
  }
}
