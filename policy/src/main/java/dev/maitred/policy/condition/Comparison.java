package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.syntax.Operator;

/** One value of a policy, compiled for comparing with the values of requests. */
@FunctionalInterface
interface Comparison {
  /** What a value that cannot be read compares as, with anything. */
  Comparison UNREADABLE = (_, _) -> Truth.UNKNOWN;

  /**
   * Whether the positive form of the operator holds.
   *
   * @param value one value of the request
   */
  Truth holds(String value, Context context);

  /** The comparison of {@code operator} with the policy's {@code value}. */
  static Comparison of(Operator operator, String value, boolean variables) {
    return switch (operator) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> StringComparison.equal(value, variables);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          StringComparison.equalIgnoringCase(value, variables);
      case STRING_LIKE, STRING_NOT_LIKE -> StringComparison.like(value, variables);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> NumericComparison.of(value, sign -> sign == 0);
      case NUMERIC_LESS_THAN -> NumericComparison.of(value, sign -> sign < 0);
      case NUMERIC_LESS_THAN_EQUALS -> NumericComparison.of(value, sign -> sign <= 0);
      case NUMERIC_GREATER_THAN -> NumericComparison.of(value, sign -> sign > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> NumericComparison.of(value, sign -> sign >= 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> DateComparison.of(value, sign -> sign == 0);
      case DATE_LESS_THAN -> DateComparison.of(value, sign -> sign < 0);
      case DATE_LESS_THAN_EQUALS -> DateComparison.of(value, sign -> sign <= 0);
      case DATE_GREATER_THAN -> DateComparison.of(value, sign -> sign > 0);
      case DATE_GREATER_THAN_EQUALS -> DateComparison.of(value, sign -> sign >= 0);
      case BOOL -> BoolComparison.of(value, variables);
      case BINARY_EQUALS -> BinaryComparison.of(value);
      case IP_ADDRESS, NOT_IP_ADDRESS -> IpComparison.of(value);
      case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> ArnComparison.of(value, variables);
      case NULL -> UNREADABLE;
    };
  }
}
