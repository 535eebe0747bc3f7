package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.kernel.Shards;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How well a network foresees the held-out events when it is blended into what the other components
 * foresee: the least mean loss of softmax(a · others + b · network) over a and b. So a training
 * goes on as long as the blend gains by it; a network that adds next to nothing counts as
 * infinitely bad, so that its training ends after a few epochs.
 */
final class BlendedLoss implements Function<EmaNet, OptionalDouble> {

  /** A network that lowers the loss by less is not worth its training. */
  private static final double WORTH = 0.01;

  private static final int CASES_A_PIECE = 32;

  private final Foresight others;
  private final CaseTable scored;
  private final Progress progress;

  BlendedLoss(Foresight others, Progress progress) {
    this.others = others;
    this.progress = progress;
    this.scored = scored(others);
  }

  /** For each item the weighed sum of the others, and room for the network. */
  private static CaseTable scored(Foresight others) {
    return new CaseTable(
        2, others.table().rows().stream().map(row -> scored(row, others.weights())).toList());
  }

  private static CaseTable.Row scored(CaseTable.Row row, double[] weights) {
    var values = new float[2 * row.items().length];
    for (int at = 0; at < row.items().length; at++) {
      double score = 0;
      for (int signal = 0; signal < weights.length; signal++) {
        score += weights[signal] * row.values()[at * weights.length + signal];
      }
      values[2 * at] = (float) score;
    }
    return new CaseTable.Row(row.items(), values, row.logWeight());
  }

  @Override
  public OptionalDouble apply(EmaNet network) {
    if (scored.rows().isEmpty()) {
      return OptionalDouble.empty();
    }
    Shards.forEach(
        Math.ceilDiv(scored.rows().size(), CASES_A_PIECE),
        progress,
        piece -> {
          var scores = new float[network.items()];
          int end = Math.min(scored.rows().size(), (piece + 1) * CASES_A_PIECE);
          for (int at = piece * CASES_A_PIECE; at < end; at++) {
            ask(network, others.cases().get(at).asked(), scored.rows().get(at), scores);
          }
        });
    // The training tells how far it is; the fit does not.
    double[] weights =
        BlendFit.fit(scored, new double[] {1, 0.1}, new boolean[] {true, true}, progress.quietly());
    double loss = new Likelihood(scored, progress).at(weights).loss();
    return OptionalDouble.of(loss < others.loss() - WORTH ? loss : Double.POSITIVE_INFINITY);
  }

  private static void ask(EmaNet network, Asked asked, CaseTable.Row row, float[] scores) {
    network.scores(asked.history(), network.asked(asked.user(), asked.context()), scores);
    for (int at = 0; at < row.items().length; at++) {
      row.values()[2 * at + 1] = scores[row.items()[at]];
    }
  }
}
