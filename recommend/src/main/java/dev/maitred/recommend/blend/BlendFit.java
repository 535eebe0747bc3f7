package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;
import java.util.Locale;

/**
 * Finds the weights of {@link Signals} that make held-out items most likely among all items, for
 * which those of a {@link CaseTable} stand. The loss is convex, so Newton's method finds the one
 * best place; where a step leads too far it is damped (Levenberg 1944, Marquardt 1963). A weak pull
 * towards usual weights decides where the data don't.
 */
final class BlendFit {

  private static final int MOST_STEPS = 50;
  private static final double GOOD_ENOUGH = 1e-6;

  /** The pull of the usual weights is that of this many cases. */
  private static final double PULL_IN_CASES = 1;

  private static final double LEAST_PULL = 1e-4;

  private static final double LEAST_DAMPING = 1e-3;
  private static final double MOST_DAMPING = 1e6;
  private static final double DAMPING_STEP = 5;

  /** One case in so many is enough to come near the best weights. */
  private static final int ROUGHLY = 8;

  private final Likelihood likelihood;
  private final double[] usual;
  private final boolean[] free;
  private final double pull;
  private final Progress progress;

  private BlendFit(CaseTable table, double[] usual, boolean[] free, Progress progress) {
    this.likelihood = new Likelihood(table, progress);
    this.usual = usual;
    this.free = free;
    this.pull = Math.max(LEAST_PULL, PULL_IN_CASES / table.rows().size());
    this.progress = progress;
  }

  /**
   * The weights of a user with a history.
   *
   * @param usual where the way begins, where the pull leads, and what comes out where there is
   *     nothing to learn from
   * @param free which may differ from 0
   */
  static double[] fit(CaseTable table, double[] usual, boolean[] free, Progress progress) {
    double[] start = usual.clone();
    for (int at = 0; at < start.length; at++) {
      start[at] = free[at] ? start[at] : 0;
    }
    if (table.rows().isEmpty()) {
      return start;
    }
    CaseTable some = table.every(ROUGHLY);
    double[] near = new BlendFit(some, start, free, progress).descend(start, progress.part(0, 0.3));
    return new BlendFit(table, start, free, progress).descend(near, progress.part(0.3, 1));
  }

  private double[] descend(double[] from, Progress progress) {
    double[] weights = from;
    Likelihood.Point here = pulled(weights);
    double damping = 0;
    for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
      progress.step(
          "blend",
          (double) step / MOST_STEPS,
          String.format(Locale.ROOT, "loss %.4f of held-out events", here.loss()));
      double[] move = here.slope().clone();
      Cholesky.of(damped(here.curvature(), damping)).solve(move);
      double[] next = minus(weights, move);
      Likelihood.Point there = pulled(next);
      if (!(there.loss() < here.loss())) {
        damping = Math.max(LEAST_DAMPING, damping * DAMPING_STEP);
      } else {
        boolean close = damping < LEAST_DAMPING && there.loss() > here.loss() - GOOD_ENOUGH;
        weights = next;
        here = there;
        damping /= DAMPING_STEP;
        if (close) {
          return weights;
        }
      }
    }
    return weights;
  }

  private static double[][] damped(double[][] curvature, double damping) {
    var more = new double[curvature.length][];
    for (int row = 0; row < more.length; row++) {
      more[row] = curvature[row].clone();
      more[row][row] += damping;
    }
    return more;
  }

  /** The loss with the pull; weights that are not free have no slope. */
  private Likelihood.Point pulled(double[] weights) {
    Likelihood.Point point = likelihood.at(weights);
    double loss = point.loss();
    for (int at = 0; at < weights.length; at++) {
      double off = weights[at] - usual[at];
      loss += pull / 2 * off * off;
      point.slope()[at] += pull * off;
      point.curvature()[at][at] += pull;
      if (!free[at]) {
        hold(point, at);
      }
    }
    return new Likelihood.Point(loss, point.slope(), point.curvature());
  }

  private static void hold(Likelihood.Point point, int held) {
    point.slope()[held] = 0;
    for (int at = 0; at < point.slope().length; at++) {
      point.curvature()[held][at] = at == held ? 1 : 0;
      point.curvature()[at][held] = at == held ? 1 : 0;
    }
  }

  private static double[] minus(double[] weights, double[] move) {
    var difference = weights.clone();
    for (int at = 0; at < difference.length; at++) {
      difference[at] -= move[at];
    }
    return difference;
  }
}
