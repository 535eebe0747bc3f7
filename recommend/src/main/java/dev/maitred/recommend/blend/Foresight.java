package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.popularity.Popularity;
import java.util.Arrays;
import java.util.List;

/**
 * How well some components foresee the held-out events together.
 *
 * @param cases those whose held-out items are known
 * @param table what the components say of them
 * @param weights of the signals in the table, those that foresee best
 * @param loss mean of − log of the probability of the item held out; NaN without a case
 */
record Foresight(List<HeldOut.Case> cases, CaseTable table, double[] weights, double loss) {

  static Foresight of(List<Component> components, HeldOut heldOut, long seed, Progress progress) {
    var signals = new Signals(Popularity.of(heldOut.training().events()), components);
    List<HeldOut.Case> cases = signals.known(heldOut.cases());
    progress.step("blend", 0, cases.size() + " held-out events");
    return of(components, cases, CaseTable.of(signals, cases, seed, progress), progress);
  }

  /** By what the components say of the cases. */
  static Foresight of(
      List<Component> components, List<HeldOut.Case> cases, CaseTable table, Progress progress) {
    double[] usual = Selection.usual(components);
    var free = new boolean[usual.length];
    Arrays.fill(free, true);
    double[] weights = BlendFit.fit(table, usual, free, progress);
    double loss =
        table.rows().isEmpty() ? Double.NaN : new Likelihood(table, progress).at(weights).loss();
    return new Foresight(cases, table, weights, loss);
  }
}
