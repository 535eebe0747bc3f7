package dev.maitred.recommend.emanet;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.SplittableRandom;

/**
 * What a network learns, row-major.
 *
 * @param read the vectors e of the items, a row for each
 * @param score the vectors f of the items; the same array as {@code read} if the shape is tied
 * @param bias c of each item
 * @param asked the vectors of what may be known of a request, a row for each value
 * @param layer Wa, Wb and W0 side by side, a row for each number of the state
 * @param layerBias ba, bb and b side by side
 * @param out W2, a row for each gate
 */
record Parameters(
    float[] read,
    float[] score,
    float[] bias,
    float[] asked,
    float[] layer,
    float[] layerBias,
    float[] out) {

  private static final double READ = 0.3;
  private static final double SCORE = 0.1;
  private static final double TIED = 0.15;
  private static final double OUT = 0.3;

  /** Where training begins: the user's vector is the mean of the state, and the gates are noise. */
  static Parameters initial(Shape shape, SplittableRandom random) {
    float[] read = noise(shape.items() * shape.dimension(), shape.tied() ? TIED : READ, random);
    float[] score = shape.tied() ? read : noise(shape.items() * shape.dimension(), SCORE, random);
    double scale = 1 / Math.sqrt(shape.state());
    float[] layer = noise(shape.state() * shape.layer(), scale, random);
    for (int row = 0; row < shape.state(); row++) {
      int skip = row * shape.layer() + 2 * shape.hidden();
      for (int column = 0; column < shape.dimension(); column++) {
        layer[skip + column] = row % shape.dimension() == column ? 1f / shape.parts() : 0;
      }
    }
    float[] out =
        noise(shape.hidden() * shape.dimension(), OUT / Math.sqrt(shape.hidden()), random);
    return new Parameters(
        read,
        score,
        new float[shape.items()],
        new float[shape.asked() * shape.dimension()],
        layer,
        new float[shape.layer()],
        out);
  }

  private static float[] noise(int size, double scale, SplittableRandom random) {
    var values = new float[size];
    for (int at = 0; at < size; at++) {
      values[at] = (float) (random.nextGaussian() * scale);
    }
    return values;
  }

  /** A copy that further training does not change. */
  Parameters copy() {
    float[] vectors = read.clone();
    return new Parameters(
        vectors,
        score == read ? vectors : score.clone(),
        bias.clone(),
        asked.clone(),
        layer.clone(),
        layerBias.clone(),
        out.clone());
  }

  /**
   * The same for items of other numbers; what is not of items is shared.
   *
   * @param former for each item its number here
   */
  Parameters renumbered(int[] former, int dimension) {
    float[] vectors = pick(read, former, dimension);
    return new Parameters(
        vectors,
        score == read ? vectors : pick(score, former, dimension),
        pick(bias, former, 1),
        asked,
        layer,
        layerBias,
        out);
  }

  private static float[] pick(float[] rows, int[] former, int width) {
    return Matrix.of(rows, former.length, width).pick(former);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(read).add(score).add(bias).add(asked).add(layer).add(layerBias).add(out);
  }

  void write(ModelWriter to) {
    to.putFloats(read);
    if (score != read) {
      to.putFloats(score);
    }
    to.putFloats(bias);
    to.putFloats(asked);
    to.putFloats(layer);
    to.putFloats(layerBias);
    to.putFloats(out);
  }

  static Parameters read(Shape shape, ModelReader in) {
    float[] read = in.getFloats();
    return new Parameters(
        read,
        shape.tied() ? read : in.getFloats(),
        in.getFloats(),
        in.getFloats(),
        in.getFloats(),
        in.getFloats(),
        in.getFloats());
  }
}
