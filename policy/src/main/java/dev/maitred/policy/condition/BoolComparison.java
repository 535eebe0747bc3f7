package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;

/** The Bool operator: {@code true} and {@code false} in any case, and nothing else. */
final class BoolComparison {
  private BoolComparison() {}

  static Comparison of(String value, boolean variables) {
    if (variables && value.contains("${")) {
      return ofVariable(StringComparison.equalIgnoringCase(value, true));
    }
    if (!isBool(value)) {
      return Comparison.UNREADABLE;
    }
    return (text, _) -> isBool(text) ? Truth.of(text.equalsIgnoreCase(value)) : Truth.UNREADABLE;
  }

  private static Comparison ofVariable(Comparison equal) {
    return (text, context) -> isBool(text) ? equal.holds(text, context) : Truth.UNREADABLE;
  }

  static boolean isBool(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }
}
