package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Progress;
import java.util.List;
import java.util.Locale;

/**
 * Finds the weights of {@link Signals} that make held-out items most likely, over all items rather
 * than over candidates (candidates would teach the blend against whatever picked them). The loss is
 * convex, so Newton's method finds the one best place. A weak pull towards usual weights decides
 * where the data don't.
 */
final class BlendFit {

  private static final int MOST_STEPS = 20;
  private static final double GOOD_ENOUGH = 1e-6;

  /** The pull of the usual weights is that of this many cases. */
  private static final double PULL_IN_CASES = 1;

  private static final double LEAST_PULL = 1e-4;

  private final Likelihood likelihood;
  private final double[] usual;
  private final double pull;

  private BlendFit(Likelihood likelihood, double[] usual, double pull) {
    this.likelihood = likelihood;
    this.usual = usual;
    this.pull = pull;
  }

  static Weights fit(Signals signals, List<HeldOut.Case> cases, Progress progress) {
    var trained = signals.trained(cases);
    double[] usual = usual(signals);
    if (!trained.isEmpty()) {
      double pull = Math.max(LEAST_PULL, PULL_IN_CASES / trained.size());
      var likelihood = new Likelihood(signals, trained, progress);
      usual = new BlendFit(likelihood, usual, pull).descend(progress);
    }
    var weights = new float[usual.length];
    for (int at = 0; at < weights.length; at++) {
      weights[at] = (float) usual[at];
    }
    return new Weights(weights, ColdFit.fit(signals.popularity(), signals.standings(), trained));
  }

  /** What the weights come out as on data of many kinds. */
  private static double[] usual(Signals signals) {
    var weights = new double[signals.count()];
    for (int chain = 0; chain < signals.chains().size(); chain++) {
      weights[2 * chain] = 0.5;
      weights[2 * chain + 1] = 0.1;
    }
    int first = 2 * signals.chains().size();
    for (int standing = 0; standing < signals.standings().size(); standing++) {
      weights[first + 2 * standing + 1] = 0.5;
    }
    if (signals.network().isPresent()) {
      weights[signals.networkAt()] = 0.3;
    }
    return weights;
  }

  private double[] descend(Progress progress) {
    double[] weights = usual.clone();
    Likelihood.Point here = pulled(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      progress.step(
          "blend",
          (double) step / MOST_STEPS,
          String.format(Locale.ROOT, "loss %.4f of held-out events", here.loss()));
      double[] move = Newton.step(here.curvature(), here.slope());
      double[] next = added(weights, move, -1);
      Likelihood.Point there = pulled(next);
      for (double length = 0.5; there.loss() > here.loss() && length > 1e-3; length /= 2) {
        next = added(weights, move, -length);
        there = pulled(next);
      }
      if (there.loss() > here.loss() - GOOD_ENOUGH) {
        return there.loss() < here.loss() ? next : weights;
      }
      weights = next;
      here = there;
    }
    return weights;
  }

  private Likelihood.Point pulled(double[] weights) {
    Likelihood.Point point = likelihood.at(weights);
    double loss = point.loss();
    for (int at = 0; at < weights.length; at++) {
      double off = weights[at] - usual[at];
      loss += pull / 2 * off * off;
      point.slope()[at] += pull * off;
      point.curvature()[at][at] += pull;
    }
    return new Likelihood.Point(loss, point.slope(), point.curvature());
  }

  private static double[] added(double[] weights, double[] move, double length) {
    var sum = weights.clone();
    for (int at = 0; at < sum.length; at++) {
      sum[at] += length * move[at];
    }
    return sum;
  }
}
