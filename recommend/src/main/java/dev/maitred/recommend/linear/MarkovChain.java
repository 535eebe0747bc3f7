package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.linear.Transitions.Window;
import java.util.List;

/**
 * Counts of what follows what within a few events, nearer ones counting more: C[a, b] = Σ
 * decay^(k−1) over all places where b comes k events after a, divided by (its row's sum +
 * 1)^damping; a history is scored by its last events, again decaying.
 */
public final class MarkovChain {

  private static final int REACH = 15;
  private static final double DECAY = 0.85;
  private static final double DAMPING = 0.8;
  private static final int LOOKBACK = 20;
  private static final double FORGETTING = 0.7;

  private MarkovChain() {}

  /**
   * Trains in time proportional to the number of events.
   *
   * @param lookback the number of last events that may count, at least 1
   */
  public static Transitions train(Interactions data, int lookback, Progress progress) {
    var places = Occurrences.of(data);
    var decay = Transitions.decaying(REACH, DECAY);
    var rows =
        SparseRows.compute(
            data.items(), progress, (item, sum) -> follow(data.item(), places, item, decay, sum));
    var weights = Transitions.decaying(Math.min(LOOKBACK, lookback), FORGETTING);
    return new Transitions("markov", List.of(new Window(1, weights, rows)));
  }

  private static void follow(int[] items, Occurrences places, int item, float[] decay, RowSum sum) {
    for (int at = places.first()[item]; at < places.first()[item + 1]; at++) {
      int event = places.event()[at];
      int end = Math.min(places.end()[event], event + 1 + decay.length);
      for (int next = event + 1; next < end; next++) {
        sum.add(items[next], decay[next - event - 1]);
      }
    }
    float scale = (float) Math.pow(sum.total() + 1, -DAMPING);
    sum.replaceAll((column, value) -> value * scale);
  }
}
