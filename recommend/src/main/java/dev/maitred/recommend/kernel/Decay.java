package dev.maitred.recommend.kernel;

/** Weights of events that fall with their age. */
public final class Decay {

  private Decay() {}

  /** 1, d, d², …: so many. */
  public static float[] weights(int length, double decay) {
    var weights = new float[length];
    for (int at = 0; at < length; at++) {
      weights[at] = (float) Math.pow(decay, at);
    }
    return weights;
  }
}
