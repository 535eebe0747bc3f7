package dev.maitred.recommend.emanet;

/**
 * What a user's events leave behind in a network: all that the scores hang on. One more event makes
 * another state, in time that depends on neither history nor catalogue. Immutable.
 */
public final class UserState {

  private final EmaNet network;
  private final float[] parts;

  private UserState(EmaNet network, float[] parts) {
    this.network = network;
    this.parts = parts;
  }

  /** Without any event. */
  static UserState empty(EmaNet network) {
    return new UserState(network, new float[network.shape().parts() * network.shape().dimension()]);
  }

  /** The state after one more event; the same if the item is not the network's. */
  public UserState after(int item) {
    if (item < 0 || item >= network.items()) {
      return this;
    }
    float[] next = parts.clone();
    add(network.shape(), network.parameters().read(), item, next);
    return new UserState(network, next);
  }

  /**
   * Writes the score of every item, a logit, over {@code scores}.
   *
   * @param asked what is known of the request, as {@link EmaNet#asked}
   */
  public void scores(int[] asked, float[] scores) {
    network.scores(parts, asked, scores);
  }

  /** Moves the lags on by one item, and adds it to the decayed sums. */
  static void add(Shape shape, float[] read, int item, float[] parts) {
    int d = shape.dimension();
    System.arraycopy(parts, 0, parts, d, (shape.lags() - 1) * d);
    System.arraycopy(read, item * d, parts, 0, d);
    for (int decay = 0; decay < shape.decays().length; decay++) {
      int sum = (shape.lags() + decay) * d;
      float keep = shape.decays()[decay];
      float scale = shape.scale(decay);
      for (int k = 0; k < d; k++) {
        parts[sum + k] = keep * parts[sum + k] + scale * read[item * d + k];
      }
    }
  }
}
