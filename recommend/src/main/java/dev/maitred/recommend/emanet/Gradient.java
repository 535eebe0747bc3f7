package dev.maitred.recommend.emanet;

/**
 * The slope of the loss by everything but the items' own vectors, as one share of a batch adds it
 * up.
 *
 * @param layer by {@link Parameters#layer}
 * @param layerBias by {@link Parameters#layerBias}
 * @param out by {@link Parameters#out}
 * @param negatives by the vector of each negative
 * @param negativeBias by the bias of each negative
 */
record Gradient(
    float[] layer, float[] layerBias, float[] out, float[] negatives, float[] negativeBias) {

  static Gradient of(Shape shape, int negatives) {
    return new Gradient(
        new float[shape.state() * shape.layer()],
        new float[shape.layer()],
        new float[shape.hidden() * shape.dimension()],
        new float[negatives * shape.dimension()],
        new float[negatives]);
  }
}
