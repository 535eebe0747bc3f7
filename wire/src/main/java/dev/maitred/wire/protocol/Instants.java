package dev.maitred.wire.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Timestamps in the three forms that AWS's protocols have for them, to the millisecond. */
final class Instants {
  private static final BigDecimal FURTHEST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Instants() {}

  static Instant ofEpochSeconds(BigDecimal seconds) {
    if (seconds.precision() - seconds.scale() > 13 || seconds.abs().compareTo(FURTHEST) > 0) {
      throw new DateTimeException("out of range");
    }
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  static Instant parse(String text, Format format) {
    return switch (format) {
      case UNIX_TIMESTAMP -> ofEpochSeconds(new BigDecimal(text));
      case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
      case ISO_8601 -> OffsetDateTime.parse(text).toInstant();
      case RFC_822 -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      default -> throw new IllegalArgumentException("No timestamp has the form " + format);
    };
  }

  static String format(Instant time, Format format) {
    return switch (format) {
      case UNIX_TIMESTAMP ->
          BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
      case UNIX_TIMESTAMP_MILLIS -> Long.toString(time.toEpochMilli());
      case ISO_8601 -> time.truncatedTo(ChronoUnit.MILLIS).toString();
      case RFC_822 -> RFC_822.format(time);
      default -> throw new IllegalArgumentException("No timestamp has the form " + format);
    };
  }
}
