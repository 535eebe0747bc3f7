package dev.maitred.recommend.linear;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * A trained model that scores every item after a history as a sum of what each event of the history
 * adds. It keeps nothing about the user who asks, so one more event changes the next answer.
 */
public sealed interface HistoryModel permits Transitions, SessionNeighbours {

  /** The component's name in explanations. */
  String name();

  /**
   * Adds the scores of the items that have any.
   *
   * @param history known items, oldest first
   */
  void addTo(int[] history, Sums sums);

  /** What each event of a history adds to the score of an item; the parts sum up to the score. */
  float[] parts(int[] history, int item);

  /** Writes it to a model file. */
  void write(ModelWriter out);

  /** Reads what {@link #write} wrote. */
  static HistoryModel read(ModelReader in) {
    int kind = in.getInt();
    return switch (kind) {
      case Transitions.KIND -> Transitions.read(in);
      case SessionNeighbours.KIND -> SessionNeighbours.read(in);
      default -> throw new IllegalStateException("there is no model of kind " + kind);
    };
  }
}
