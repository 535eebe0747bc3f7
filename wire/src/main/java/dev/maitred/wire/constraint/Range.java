package dev.maitred.wire.constraint;

import dev.maitred.wire.model.ShapeModel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/** The least and greatest length of a string, blob, list or map, or value of a number. */
record Range(
    Optional<BigDecimal> min, Optional<BigDecimal> max, String measure, boolean sensitive) {

  static Range of(ShapeModel shape) {
    String measure =
        switch (shape.type()) {
          case "string", "blob", "list", "map" -> "length";
          default -> "value";
        };
    return new Range(shape.min(), shape.max(), measure, shape.sensitive());
  }

  boolean isOpen() {
    return min.isEmpty() && max.isEmpty();
  }

  /**
   * Adds the bound that {@code value} breaks, and says whether it is no greater than the greatest.
   */
  boolean check(Object value, String path, Violations violations) {
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      min.ifPresent(bound -> violations.add(value, sensitive, path, bound("greater", bound)));
      max.ifPresent(bound -> violations.add(value, sensitive, path, bound("less", bound)));
      return false;
    }
    BigDecimal size = size(value);
    boolean tooSmall = min.isPresent() && size.compareTo(min.get()) < 0;
    boolean tooGreat = max.isPresent() && size.compareTo(max.get()) > 0;
    if (tooSmall) {
      violations.add(value, sensitive, path, bound("greater", min.get()));
    }
    if (tooGreat) {
      violations.add(value, sensitive, path, bound("less", max.get()));
    }
    return !tooGreat;
  }

  private String bound(String direction, BigDecimal bound) {
    return "Member must have "
        + measure
        + " "
        + direction
        + " than or equal to "
        + bound.toPlainString();
  }

  /** Lengths are counted in characters (code points), bytes, items or entries. */
  private static BigDecimal size(Object value) {
    return switch (value) {
      case String text -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
      case SdkBytes bytes -> BigDecimal.valueOf(bytes.asByteArrayUnsafe().length);
      case Collection<?> list -> BigDecimal.valueOf(list.size());
      case Map<?, ?> map -> BigDecimal.valueOf(map.size());
      default -> new BigDecimal(value.toString());
    };
  }
}
