package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Leaves out the components that don't help: as long as the weights learnt from one half of the
 * cases foresee the other half as well without the weakest one, that one goes. The weakest is the
 * one whose absence costs least by the loss's curvature (Wald's test). In doubt a component stays:
 * with few cases a useful one is lost more easily than a useless one does harm.
 */
final class Selection {

  /** A component that lowers the loss of the other half by less does not help. */
  private static final double WORTH = 5e-4;

  private final List<Component> components;
  private final List<Trainer> trainers;
  private final CaseTable learnt;
  private final CaseTable foreseen;
  private final double[] usual;
  private final Progress progress;
  private final BitSet kept = new BitSet();

  /** Prepares a choice; nothing is left out yet. */
  Selection(
      List<Trainer> trainers, List<Component> components, CaseTable table, Progress progress) {
    this.trainers = trainers;
    this.components = components;
    this.learnt = table.half(0);
    this.foreseen = table.half(1);
    this.usual = usual(components);
    this.progress = progress;
    kept.set(0, components.size());
  }

  /** The usual weights of all signals. */
  static double[] usual(List<Component> components) {
    return components.stream()
        .flatMapToDouble(component -> Arrays.stream(component.usual()))
        .toArray();
  }

  /** Places of the components that stay. */
  BitSet chosen() {
    if (foreseen.rows().isEmpty()) {
      return kept;
    }
    double[] weights = BlendFit.fit(learnt, usual, free(kept), progress);
    double loss = new Likelihood(foreseen, progress).at(weights).loss();
    for (int weakest = weakest(weights); weakest >= 0; weakest = weakest(weights)) {
      var fewer = (BitSet) kept.clone();
      fewer.clear(weakest);
      double[] without = BlendFit.fit(learnt, weights, free(fewer), progress);
      double lossWithout = new Likelihood(foreseen, progress).at(without).loss();
      progress.at("blend", 1, tell(weakest, lossWithout - loss));
      if (lossWithout > loss + WORTH) {
        return kept;
      }
      kept.clear(weakest);
      weights = without;
      loss = lossWithout;
    }
    return kept;
  }

  private String tell(int component, double more) {
    return String.format(
        Locale.ROOT, "without %s the loss is %+.4f", components.get(component).name(), more);
  }

  /** The place of the optional component that costs least to leave out, or −1. */
  private int weakest(double[] weights) {
    double[][] curvature = new Likelihood(learnt, progress).at(weights).curvature();
    int weakest = -1;
    double least = Double.POSITIVE_INFINITY;
    int first = 0;
    for (int at = 0; at < components.size(); at++) {
      int end = first + components.get(at).signals();
      if (kept.get(at) && trainers.get(at).optional()) {
        double cost = cost(weights, curvature, first, end);
        if (cost < least) {
          least = cost;
          weakest = at;
        }
      }
      first = end;
    }
    return weakest;
  }

  /** What the loss would rise by if these weights were 0 and no other moved: half of w'Hw. */
  private static double cost(double[] weights, double[][] curvature, int first, int end) {
    double cost = 0;
    for (int one = first; one < end; one++) {
      for (int other = first; other < end; other++) {
        cost += weights[one] * curvature[one][other] * weights[other] / 2;
      }
    }
    return cost;
  }

  /** For each signal whether it is of a component that is kept. */
  private boolean[] free(BitSet components) {
    var free = new boolean[usual.length];
    int first = 0;
    for (int at = 0; at < this.components.size(); at++) {
      int end = first + this.components.get(at).signals();
      Arrays.fill(free, first, end, components.get(at));
      first = end;
    }
    return free;
  }
}
