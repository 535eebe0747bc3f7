package dev.maitred.wire.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * The time in a signature, in ISO 8601 basic form: {@code 20150830T123600Z}.
 *
 * @param instant the time, in whole seconds
 */
record AmzDate(Instant instant) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Reads the value of {@code X-Amz-Date}. */
  static AmzDate parse(String text) {
    try {
      return new AmzDate(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw SigV4Errors.incomplete(
          "Date must be in ISO-8601 'basic format', such as 20150830T123600Z.");
    }
  }

  /** Reads the value of the {@code Date} header, which may be in HTTP's own form instead. */
  static AmzDate parseHttp(String text) {
    try {
      return new AmzDate(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notHttp) {
      return parse(text);
    }
  }

  /** The day, {@code YYYYMMDD}. */
  String day() {
    return toString().substring(0, 8);
  }

  @Override
  public String toString() {
    return BASIC.format(instant.atOffset(ZoneOffset.UTC));
  }
}
