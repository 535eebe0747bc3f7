package dev.maitred.wire.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Simple values as text: in forms, XML, headers, paths and query strings. */
final class Scalars {
  private Scalars() {}

  /**
   * The value that {@code text} stands for.
   *
   * @param times the form of timestamps where the member does not say its own
   */
  static Object parse(SdkField<?> field, String text, Format times) {
    try {
      return switch (field.marshallingType().getKnownType()) {
        case STRING -> text;
        case INTEGER -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case SHORT -> Short.valueOf(text);
        case BYTE -> Byte.valueOf(text);
        case FLOAT -> Float.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case BIG_DECIMAL -> new BigDecimal(text);
        case BOOLEAN -> bool(text);
        case INSTANT -> Instants.parse(text, form(field, times));
        case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
        default ->
            throw Malformed.body(
                "A single value was found where " + field.memberName() + " has parts");
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Malformed.body("The value of " + field.memberName() + " is not of its type");
    }
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /** The text that stands for {@code value}. */
  static String format(SdkField<?> field, Object value, Format times) {
    return switch (value) {
      case Instant time -> Instants.format(time, form(field, times));
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray());
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static Format form(SdkField<?> field, Format otherwise) {
    return field
        .getOptionalTrait(TimestampFormatTrait.class)
        .map(TimestampFormatTrait::format)
        .orElse(otherwise);
  }
}
