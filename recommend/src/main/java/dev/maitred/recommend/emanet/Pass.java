package dev.maitred.recommend.emanet;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Goes forward and back through a share of a batch; it keeps its memory for the next one. */
final class Pass {

  private static final int ONE_FIRST_IN = 4;

  private final Shape shape;
  private final Dropout inputDropout;
  private final States states;
  private final GatedLayer layer;
  private final SampledSoftmax softmax;
  private float[] vectors = {};
  private float[] kept = {};
  private float[] state = {};
  private float[] users = {};
  private float[] byUser = {};
  private float[] byState = {};
  private float[] byVector = {};

  Pass(Shape shape, Plan plan) {
    this.shape = shape;
    this.inputDropout = new Dropout(plan.inputDropout());
    this.states = new States(shape);
    this.layer = new GatedLayer(shape, new Dropout(plan.gateDropout()));
    this.softmax = new SampledSoftmax(shape);
  }

  private void makeRoom(int positions) {
    if (users.length < positions * shape.dimension()) {
      vectors = new float[positions * shape.dimension()];
      kept = new float[positions * shape.dimension()];
      users = new float[positions * shape.dimension()];
      byUser = new float[positions * shape.dimension()];
      byVector = new float[positions * shape.dimension()];
      state = new float[positions * shape.state()];
      byState = new float[positions * shape.state()];
    }
  }

  /**
   * Fills in the slopes at the share's positions and its gradient.
   *
   * @param weight of each position in the loss
   * @return the sum of the unweighted losses
   */
  double run(
      Share share,
      Parameters parameters,
      Drawn drawn,
      float weight,
      SplittableRandom random,
      Slopes slopes,
      Gradient gradient) {
    int positions = share.positions();
    makeRoom(positions);
    readItems(share, parameters.read(), random);
    states.forward(share, vectors, state);
    readAsked(share, parameters.asked());
    layer.forward(positions, state, parameters, random, users);
    double loss =
        softmax.run(share, parameters, drawn, users, weight, byUser, slopes.target(), gradient);
    layer.back(positions, state, parameters, byUser, byState, gradient);
    states.back(share, byState, byVector);
    int into = share.begin() * shape.dimension();
    for (int at = 0; at < positions * shape.dimension(); at++) {
      slopes.read()[into + at] = byVector[at] * kept[at];
    }
    System.arraycopy(users, 0, slopes.user(), into, positions * shape.dimension());
    askedBack(share, slopes.asked());
    return loss;
  }

  private void readItems(Share share, float[] read, SplittableRandom random) {
    int d = shape.dimension();
    inputDropout.fill(kept, share.positions() * d, random);
    if (shape.asked() > 0) {
      dropFirst(share, random);
    }
    for (int position = 0; position < share.positions(); position++) {
      int item = share.input(position) * d;
      int into = position * d;
      for (int k = 0; k < d; k++) {
        vectors[into + k] = read[item + k] * kept[into + k];
      }
    }
  }

  /** Leaves some first items out, so that the network learns what is asked by whom it knows not. */
  private void dropFirst(Share share, SplittableRandom random) {
    int d = shape.dimension();
    for (int stretch = share.from(); stretch < share.to(); stretch++) {
      if (random.nextInt(ONE_FIRST_IN) == 0) {
        int first = share.first(stretch) * d;
        Arrays.fill(kept, first, first + d, 0);
      }
    }
  }

  /** Adds the vectors of what is known up to the last part of each state. */
  private void readAsked(Share share, float[] asked) {
    if (shape.asked() > 0) {
      for (int position = 0; position < share.positions(); position++) {
        shape.ask(share.asked(position), asked, state, position * shape.state());
      }
    }
  }

  private void askedBack(Share share, float[] slopes) {
    int d = shape.dimension();
    if (shape.asked() > 0) {
      for (int position = 0; position < share.positions(); position++) {
        int from = position * shape.state() + shape.parts() * d;
        System.arraycopy(byState, from, slopes, (share.begin() + position) * d, d);
      }
    }
  }
}
