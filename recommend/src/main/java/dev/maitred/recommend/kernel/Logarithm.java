package dev.maitred.recommend.kernel;

/**
 * log(1 + x) for x ≥ 0 without a call: x + 1 = 2^e · m with m between 2/3 and 4/3, and log m = 2 ·
 * artanh((m − 1) / (m + 1)) by the first terms of its series. Its error is below 1e-6 and, of large
 * results, below 1e-6 of them.
 */
public final class Logarithm {

  private static final float LN2 = 0.6931472f;

  /** The bits of 2/3. */
  private static final int LEAST = 0x3f2aaaab;

  private static final int MANTISSA = 23;

  private Logarithm() {}

  /** log(1 + x); x below 0 counts as 0. */
  public static float ofOneAnd(float x) {
    int bits = Float.floatToRawIntBits(1 + Math.max(x, 0));
    int exponent = (bits - LEAST) >> MANTISSA;
    float m = Float.intBitsToFloat(bits - (exponent << MANTISSA));
    float s = (m - 1) / (m + 1);
    float square = s * s;
    float series = 1 + square * (1f / 3 + square * (1f / 5 + square * (1f / 7)));
    return exponent * LN2 + 2 * s * series;
  }
}
