package dev.maitred.recommend.emanet;

import java.util.Arrays;

/**
 * The states at all positions of a share, from the vectors of the items read there, and the way
 * back.
 */
final class States {

  private final Shape shape;
  private final float[] scales;

  States(Shape shape) {
    this.shape = shape;
    this.scales = new float[shape.decays().length];
    for (int decay = 0; decay < scales.length; decay++) {
      scales[decay] = shape.scale(decay);
    }
  }

  /**
   * Fills in the states.
   *
   * @param vectors of the items read, a row for each position
   * @param states a row for each position
   */
  void forward(Share share, float[] vectors, float[] states) {
    for (int stretch = share.from(); stretch < share.to(); stretch++) {
      int first = share.first(stretch);
      int end = share.first(stretch + 1);
      for (int lag = 0; lag < shape.lags(); lag++) {
        shift(lag, first, end, vectors, states);
      }
      for (int decay = 0; decay < scales.length; decay++) {
        accumulate(decay, first, end, vectors, states);
      }
    }
  }

  private void shift(int lag, int first, int end, float[] vectors, float[] states) {
    int d = shape.dimension();
    for (int position = first; position < end; position++) {
      int into = position * shape.state() + lag * d;
      if (position - lag >= first) {
        System.arraycopy(vectors, (position - lag) * d, states, into, d);
      } else {
        Arrays.fill(states, into, into + d, 0);
      }
    }
  }

  private void accumulate(int decay, int first, int end, float[] vectors, float[] states) {
    int d = shape.dimension();
    float keep = shape.decays()[decay];
    float scale = scales[decay];
    var sum = new float[d];
    for (int position = first; position < end; position++) {
      int vector = position * d;
      for (int k = 0; k < d; k++) {
        sum[k] = keep * sum[k] + scale * vectors[vector + k];
      }
      System.arraycopy(sum, 0, states, position * shape.state() + (shape.lags() + decay) * d, d);
    }
  }

  /**
   * Fills in the slope of the loss by each vector.
   *
   * @param byState the slope by each state
   */
  void back(Share share, float[] byState, float[] byVector) {
    Arrays.fill(byVector, 0, share.positions() * shape.dimension(), 0);
    for (int stretch = share.from(); stretch < share.to(); stretch++) {
      int first = share.first(stretch);
      int end = share.first(stretch + 1);
      for (int lag = 0; lag < shape.lags(); lag++) {
        shiftBack(lag, first, end, byState, byVector);
      }
      for (int decay = 0; decay < scales.length; decay++) {
        accumulateBack(decay, first, end, byState, byVector);
      }
    }
  }

  private void shiftBack(int lag, int first, int end, float[] byState, float[] byVector) {
    int d = shape.dimension();
    for (int position = first + lag; position < end; position++) {
      int from = position * shape.state() + lag * d;
      int into = (position - lag) * d;
      for (int k = 0; k < d; k++) {
        byVector[into + k] += byState[from + k];
      }
    }
  }

  private void accumulateBack(int decay, int first, int end, float[] byState, float[] byVector) {
    int d = shape.dimension();
    float keep = shape.decays()[decay];
    float scale = scales[decay];
    var sum = new float[d];
    for (int position = end - 1; position >= first; position--) {
      int from = position * shape.state() + (shape.lags() + decay) * d;
      int into = position * d;
      for (int k = 0; k < d; k++) {
        sum[k] = keep * sum[k] + byState[from + k];
        byVector[into + k] += scale * sum[k];
      }
    }
  }
}
