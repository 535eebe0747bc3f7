package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The Numeric operators: integers and decimals, compared exactly. */
final class NumericComparison {
  /** Bounded, so that no request can make a comparison slow. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");

  private NumericComparison() {}

  /** Compares {@code request <=> policy} and asks {@code holds} about the sign. */
  static Comparison of(String value, IntPredicate holds) {
    return number(value)
        .<Comparison>map(
            policy ->
                (text, _) ->
                    number(text)
                        .map(request -> Truth.of(holds.test(request.compareTo(policy))))
                        .orElse(Truth.UNREADABLE))
        .orElse(Comparison.UNREADABLE);
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
