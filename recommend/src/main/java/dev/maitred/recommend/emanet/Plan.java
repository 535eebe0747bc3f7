package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;

/**
 * How a network is trained.
 *
 * @param epochs times that every event is learnt from, at most
 * @param batch positions learnt from in one step
 * @param negatives items that stand for all others in a step
 * @param rate the largest step size
 * @param inputDropout share of the numbers of item vectors left out
 * @param gateDropout share of the gates left out
 */
record Plan(
    int epochs, int batch, int negatives, double rate, double inputDropout, double gateDropout) {

  /** Histories are short if there are fewer events than this a user. */
  private static final int SHORT = 30;

  private static final int MOST_EPOCHS = 21;

  /** So that a training of many events ends as well: each is then seen less often. */
  private static final long MOST_EVENTS = 30_000_000;

  private static final int REFINING_EPOCHS = 4;
  private static final double REFINING_RATE = 0.25;

  /** The plan for some events, by how many there are and how long the histories. */
  static Plan of(Interactions data) {
    int epochs = (int) Math.clamp(MOST_EVENTS / Math.max(1, data.events()), 2, MOST_EPOCHS);
    return hasShortHistories(data)
        ? new Plan(epochs, 1_024, 1_024, 2e-3, 0.5, 0.3)
        : new Plan(epochs, 2_048, 512, 2e-3, 0.2, 0.2);
  }

  /** To go on with a network that has been trained. */
  Plan toRefine() {
    return new Plan(
        Math.min(epochs, REFINING_EPOCHS),
        batch,
        negatives,
        rate * REFINING_RATE,
        inputDropout,
        gateDropout);
  }

  /** Whether there are so few events that an item should have one vector, not two. */
  static boolean hasShortHistories(Interactions data) {
    return data.events() < SHORT * (long) Math.max(1, data.users());
  }
}
