package dev.maitred.policy.condition;

import dev.maitred.policy.match.Pattern;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.request.Context;
import java.util.Locale;

/** The String operators. A variable without a value equals nothing. */
final class StringComparison {
  private StringComparison() {}

  static Comparison equal(String value, boolean variables) {
    return exactly(Pattern.of(value, new Pattern.Rules(false, variables, false)));
  }

  static Comparison equalIgnoringCase(String value, boolean variables) {
    Pattern pattern = Pattern.of(value, new Pattern.Rules(false, variables, true));
    return (text, context) -> known(pattern, text.toLowerCase(Locale.ROOT), context);
  }

  /** {@code *} and {@code ?} act over all characters, colons too. */
  static Comparison like(String value, boolean variables) {
    return exactly(Pattern.of(value, new Pattern.Rules(true, variables, false)));
  }

  private static Comparison exactly(Pattern pattern) {
    return (text, context) -> known(pattern, text, context);
  }

  private static Truth known(Pattern pattern, String text, Context context) {
    return Truth.of(pattern.matches(text, context) == Truth.TRUE);
  }
}
