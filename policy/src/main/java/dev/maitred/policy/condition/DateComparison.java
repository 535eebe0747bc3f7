package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;
import java.util.function.IntPredicate;

/** The Date operators: instants, however written. */
final class DateComparison {
  private DateComparison() {}

  /** Compares {@code request <=> policy} and asks {@code holds} about the sign. */
  static Comparison of(String value, IntPredicate holds) {
    return Moment.parse(value)
        .<Comparison>map(
            policy ->
                (text, _) ->
                    Moment.parse(text)
                        .map(request -> Truth.of(holds.test(request.compareTo(policy))))
                        .orElse(Truth.UNREADABLE))
        .orElse(Comparison.UNREADABLE);
  }
}
