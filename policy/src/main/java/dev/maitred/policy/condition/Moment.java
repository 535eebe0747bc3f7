package dev.maitred.policy.condition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An instant as policies write it: a W3C form of ISO 8601, or seconds since 1970.
 *
 * <p>Digits alone are seconds, so {@code 2024} is a moment in 1970. A form without a zone is UTC.
 *
 * @param second since 1970-01-01T00:00:00Z
 * @param nano within that second
 */
public record Moment(long second, int nano) implements Comparable<Moment> {
  private static final long MIN_YEAR = -292_275_054;
  private static final long MAX_YEAR = 292_278_993;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,19}");
  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>[+-]?\\d{1,9})(-(?<month>\\d{1,2})(-(?<day>\\d{1,2}))?)?"
              + "([Tt]((?<hour>\\d{1,2})(:(?<minute>\\d{1,2})"
              + "(:(?<second>\\d{1,2})([.,](?<fraction>\\d{1,9}))?)?)?)?"
              + "(?<zone>[Zz]|[+-]\\d{2}(:?\\d{2})?)?)?");

  /** The moment that {@code text} names, if it names one. */
  public static Optional<Moment> parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      return seconds(text);
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? of(iso) : Optional.empty();
  }

  private static Optional<Moment> seconds(String digits) {
    try {
      return Optional.of(new Moment(Long.parseLong(digits), 0));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> of(Matcher iso) {
    long year = Long.parseLong(iso.group("year"));
    int month = number(iso.group("month"), 1);
    int day = number(iso.group("day"), 1);
    int hour = number(iso.group("hour"), 0);
    int minute = number(iso.group("minute"), 0);
    int second = number(iso.group("second"), 0);
    boolean valid =
        within(year, MIN_YEAR, MAX_YEAR)
            && within(month, 1, 12)
            && within(day, 1, 31)
            && within(hour, 0, 23)
            && within(minute, 0, 59)
            && within(second, 0, 59);
    if (!valid) {
      return Optional.empty();
    }
    // 31 February is accepted where policies are stored; it means 3 March.
    long days = LocalDate.of((int) year, month, 1).toEpochDay() + day - 1;
    long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return offset(iso.group("zone"))
        .map(offset -> new Moment(seconds - offset, nanos(iso.group("fraction"))));
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static boolean within(long number, long least, long most) {
    return least <= number && number <= most;
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static Optional<Integer> offset(@Nullable String zone) {
    if (zone == null || zone.equalsIgnoreCase("Z")) {
      return Optional.of(0);
    }
    String digits = zone.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.substring(0, 2));
    int minutes = digits.length() == 4 ? Integer.parseInt(digits.substring(2)) : 0;
    if (hours > 23 || minutes > 59) {
      return Optional.empty();
    }
    int seconds = (hours * 60 + minutes) * 60;
    return Optional.of(zone.charAt(0) == '-' ? -seconds : seconds);
  }

  @Override
  public int compareTo(Moment other) {
    return Comparator.comparingLong(Moment::second)
        .thenComparingInt(Moment::nano)
        .compare(this, other);
  }
}
