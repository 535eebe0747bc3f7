package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;

/**
 * A trained part of the blend, which says one or more things of every item: its signals. A signal
 * is 0 where nothing is known and never NaN. Immutable, safe for use by many threads.
 */
sealed interface Component permits Chain, Standing, Seen, Factors, Lift, Network {

  /** The name in explanations and progress, such as {@code markov}. */
  String name();

  /** Number of signals. */
  int signals();

  /** Weights that are usual for the signals, where there is nothing to learn them from. */
  double[] usual();

  /**
   * What it says in one situation.
   *
   * @param scratch memory that the voice uses until the next answer begins
   */
  Voice says(Asked asked, Scratch scratch);

  /**
   * Tells what made the score of an item; the values add up to the weighed sum of its signals.
   *
   * @param weights one for each signal
   */
  void explain(Asked asked, int item, float[] weights, List<Part> parts);

  /** Writes it to a model file. */
  void write(ModelWriter out);

  /**
   * The kind of component that comes next in a model file.
   *
   * <p>INVARIANT: files hold a kind's place here, so places stay and new kinds come last.
   */
  enum Kind {
    CHAIN,
    STANDING,
    SEEN,
    FACTORS,
    LIFT,
    NETWORK
  }

  /** Writes a component so that {@link #read} knows its kind. */
  static void write(Component component, ModelWriter out) {
    Kind kind =
        switch (component) {
          case Chain chain -> Kind.CHAIN;
          case Standing standing -> Kind.STANDING;
          case Seen seen -> Kind.SEEN;
          case Factors factors -> Kind.FACTORS;
          case Lift lift -> Kind.LIFT;
          case Network network -> Kind.NETWORK;
        };
    out.putInt(kind.ordinal());
    component.write(out);
  }

  /** Reads what {@link #write(Component, ModelWriter)} wrote. */
  static Component read(ModelReader in) {
    return switch (Kind.values()[in.getInt()]) {
      case CHAIN -> Chain.read(in);
      case STANDING -> Standing.read(in);
      case SEEN -> Seen.read(in);
      case FACTORS -> Factors.read(in);
      case LIFT -> Lift.read(in);
      case NETWORK -> Network.read(in);
    };
  }
}
