package dev.maitred.recommend.als;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * How strongly a row is drawn to zero: λ · (w + α₀·N)^ν for a row of weight w, where N is the
 * number of rows of the other side (Rendle et al. 2022, section 3.3: frequency-scaled
 * regularization).
 *
 * @param regularization λ
 * @param exponent ν; 0 for the same penalty for all rows
 * @param unobserved α₀·N, the weight of all pairs of a row together that were not observed
 */
record Penalty(double regularization, double exponent, double unobserved) {

  /** Of a row of a weight. */
  double of(double weight) {
    return regularization * Math.pow(weight + unobserved, exponent);
  }

  void write(ModelWriter out) {
    out.putLong(Double.doubleToLongBits(regularization));
    out.putLong(Double.doubleToLongBits(exponent));
    out.putLong(Double.doubleToLongBits(unobserved));
  }

  static Penalty read(ModelReader in) {
    return new Penalty(
        Double.longBitsToDouble(in.getLong()),
        Double.longBitsToDouble(in.getLong()),
        Double.longBitsToDouble(in.getLong()));
  }
}
