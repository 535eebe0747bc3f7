package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.List;

/**
 * Counts of what follows what within a few events, nearer ones counting more: C[a, b] = Σ
 * decay^(k−1) over all places where b comes k events after a, divided by (its row's sum +
 * 1)^damping; a history is scored by its last events, again decaying.
 */
public final class MarkovChain {

  /** Its name in explanations and progress. */
  public static final String NAME = "markov";

  /** The name of what {@link #near} makes. */
  public static final String NEAR_NAME = "near";

  /** How far back and how a chain counts and is read. */
  private record Plan(
      String name, int reach, double decay, double damping, int lookback, double forgetting) {}

  private static final Plan WIDE = new Plan(NAME, 15, 0.85, 0.8, 20, 0.7);
  private static final Plan NEAR = new Plan(NEAR_NAME, 1, 1, 0.5, 3, 0.3);

  private MarkovChain() {}

  /**
   * Trains in time proportional to the number of events.
   *
   * @param lookback the number of last events that may count, at least 1
   */
  public static Transitions train(Interactions data, int lookback, Progress progress) {
    return train(WIDE, data, lookback, progress);
  }

  /** Trains on what comes right after an item. */
  public static Transitions near(Interactions data, Progress progress) {
    return train(NEAR, data, NEAR.lookback(), progress);
  }

  private static Transitions train(Plan plan, Interactions data, int lookback, Progress progress) {
    var places = Occurrences.of(data);
    var decay = Decay.weights(plan.reach(), plan.decay());
    var rows =
        SparseRows.compute(
            data.items(),
            progress,
            (item, sum) -> {
              follow(data.item(), places, item, decay, sum);
              float scale = (float) Math.pow(sum.total() + 1, -plan.damping());
              sum.replaceAll((column, value) -> value * scale);
            });
    var weights = Decay.weights(Math.min(plan.lookback(), lookback), plan.forgetting());
    return new Transitions(plan.name(), List.of(new Window(1, weights, rows)));
  }

  private static void follow(int[] items, Occurrences places, int item, float[] decay, RowSum sum) {
    for (int at = places.first()[item]; at < places.first()[item + 1]; at++) {
      int event = places.event()[at];
      int end = Math.min(places.end()[event], event + 1 + decay.length);
      for (int next = event + 1; next < end; next++) {
        sum.add(items[next], decay[next - event - 1]);
      }
    }
  }
}
