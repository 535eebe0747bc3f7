package dev.maitred.policy.condition;

import dev.maitred.policy.match.ArnPattern;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.request.Arn;

/** The Arn operators; {@code ArnEquals} and {@code ArnLike} are the same. */
final class ArnComparison {
  private ArnComparison() {}

  static Comparison of(String value, boolean variables) {
    return ArnPattern.ofCondition(value, variables)
        .<Comparison>map(
            pattern ->
                (text, context) ->
                    Arn.parse(text)
                        .map(arn -> Truth.of(pattern.matches(arn, context) == Truth.TRUE))
                        .orElse(Truth.UNREADABLE))
        .orElse(Comparison.UNREADABLE);
  }
}
