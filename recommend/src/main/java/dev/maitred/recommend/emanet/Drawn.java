package dev.maitred.recommend.emanet;

/**
 * The negatives of one step, their vectors side by side.
 *
 * @param places which items they are
 * @param vectors a row for each
 * @param bias of each, raised by the correction
 */
record Drawn(Negatives places, float[] vectors, float[] bias) {

  static Drawn of(Shape shape, int count) {
    var negatives = new Negatives(shape.items(), count);
    return new Drawn(
        negatives, new float[negatives.count() * shape.dimension()], new float[negatives.count()]);
  }

  /** Copies the vectors of the items that are drawn. */
  void gather(Parameters parameters, Shape shape) {
    int d = shape.dimension();
    for (int at = 0; at < bias.length; at++) {
      System.arraycopy(parameters.score(), places.item(at) * d, vectors, at * d, d);
      bias[at] = parameters.bias()[places.item(at)] + places.correction();
    }
  }
}
