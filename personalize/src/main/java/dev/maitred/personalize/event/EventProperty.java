package dev.maitred.personalize.event;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.wire.AwsError;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One property of an event and the column that it fills. What a cell of a CSV file may not hold, a
 * property may not either; a number or boolean may come as such or as text.
 *
 * @param place where it stands, for messages
 */
record EventProperty(String place, Column column, JsonNode value) {
  private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(Long.SIZE);
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,20}");

  /**
   * Puts the value under the column's name.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException if it is no value of the column's type
   */
  void putInto(ObjectNode details) {
    String name = column.name();
    switch (column.type()) {
      case STRING -> details.put(name, string());
      case BOOLEAN -> details.put(name, bool());
      case INT -> details.put(name, whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
      case LONG -> details.put(name, whole(Long.MIN_VALUE, Long.MAX_VALUE));
      case FLOAT, DOUBLE -> details.put(name, number());
    }
  }

  private String text() {
    if (value.isContainer()) {
      throw mustBe(column.type().wanted());
    }
    return value.asString();
  }

  private String string() {
    String text = text();
    if (text.isEmpty() && column.required()) {
      throw mustBe("a value: the column %s must have one".formatted(column.name()));
    }
    if (text.indexOf('\n') >= 0) {
      throw mustBe("a string without line breaks");
    }
    if (text.codePointCount(0, text.length()) > column.maxLength()) {
      throw mustBe("a string of at most %d characters".formatted(column.maxLength()));
    }
    return text;
  }

  private boolean bool() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mustBe(column.type().wanted());
    };
  }

  private long whole(long least, long most) {
    String text = text();
    BigInteger number = WHOLE.matcher(text).matches() ? new BigInteger(text) : TOO_LARGE;
    if (number.compareTo(BigInteger.valueOf(least)) < 0
        || number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw mustBe(column.type().wanted());
    }
    return number.longValueExact();
  }

  /** A number that is finite as {@code float} too, if that is the column's type. */
  double number() {
    try {
      double number = Double.parseDouble(text());
      boolean single = column.type() == ColumnType.FLOAT;
      if (single ? Float.isFinite((float) number) : Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for what is not finite.
    }
    throw mustBe(column.type().wanted());
  }

  private AwsError mustBe(String wanted) {
    return PersonalizeErrors.invalidInput(place + " must be " + wanted + ".");
  }
}
