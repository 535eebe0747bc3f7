package dev.maitred.wire.constraint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one input, in the order in which it was found. */
final class Violations {
  /** More than this many are not told apart: an answer must not grow with what was sent. */
  private static final int MOST = 25;

  private static final int LONGEST_VALUE = 1024;

  private final boolean valuesShown;
  private final List<String> found = new ArrayList<>();

  Violations(boolean valuesShown) {
    this.valuesShown = valuesShown;
  }

  /** Adds that the value at {@code path} breaks {@code constraint}. */
  void add(@Nullable Object value, boolean sensitive, String path, String constraint) {
    if (found.size() < MOST) {
      found.add(
          "Value "
              + shown(value, sensitive)
              + "at '"
              + path
              + "' failed to satisfy constraint: "
              + constraint);
    }
  }

  private String shown(@Nullable Object value, boolean sensitive) {
    if (!valuesShown || sensitive) {
      return "";
    }
    return value == null ? "null " : "'" + cut(value.toString()) + "' ";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them as AWS says it. */
  String message() {
    String errors =
        found.size() == 1 ? " validation error detected: " : " validation errors detected: ";
    return found.size() + errors + String.join("; ", found);
  }
}
