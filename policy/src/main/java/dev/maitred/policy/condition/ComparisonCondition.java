package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.ConditionOperator;
import dev.maitred.policy.syntax.Version;
import java.util.List;

/** One operator with one key, compiled. */
final class ComparisonCondition implements KeyCondition {
  private final ConditionOperator operator;
  private final String key;
  private final List<Comparison> comparisons;
  private final ConditionAnswers answers;

  private ComparisonCondition(Condition condition, Version version) {
    this.operator = condition.operator();
    this.key = Context.fold(condition.key().value());
    boolean variables = version == Version.V2012_10_17;
    this.comparisons =
        condition.values().stream()
            .map(value -> Comparison.of(operator.operator(), value.value(), variables))
            .toList();
    this.answers = new ConditionAnswers(condition);
  }

  /** The compiled form of {@code condition} in a policy of this version. */
  static ComparisonCondition of(Condition condition, Version version) {
    return new ComparisonCondition(condition, version);
  }

  @Override
  public Match match(Request request) {
    Context context = request.context();
    List<String> values = context.values(key).orElse(null);
    return switch (operator.quantifier()) {
      case SINGLE -> values == null ? ofAbsentKey() : single(values, context);
      case FOR_ALL_VALUES -> values == null ? Match.MATCHES : forAll(values, context);
      // IfExists does not help here: no value is no value that passes (docs/decisions/012).
      case FOR_ANY_VALUE -> values == null ? answers.keyAbsent() : forAny(values, context);
    };
  }

  private Match ofAbsentKey() {
    boolean passes = operator.ifExists() || operator.operator().negated();
    return passes ? Match.MATCHES : answers.keyAbsent();
  }

  private Match single(List<String> values, Context context) {
    return switch (values.size()) {
      case 0 -> answers.given(Truth.of(operator.operator().negated()));
      case 1 -> answers.given(passes(values.getFirst(), context));
      default -> answers.severalValues();
    };
  }

  private Match forAll(List<String> values, Context context) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < values.size() && all != Truth.FALSE && !isNothing(values); i++) {
      all = all.and(passes(values.get(i), context));
    }
    return answers.given(all);
  }

  private Match forAny(List<String> values, Context context) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < values.size() && any != Truth.TRUE && !isNothing(values); i++) {
      any = any.or(passes(values.get(i), context));
    }
    return answers.given(any);
  }

  /** A "null data set, such as an empty string" counts as no values. */
  private static boolean isNothing(List<String> values) {
    return values.size() == 1 && values.getFirst().isEmpty();
  }

  /** Whether one value passes against all values of the policy. */
  private Truth passes(String value, Context context) {
    Truth matched = Truth.FALSE;
    for (int i = 0; i < comparisons.size() && matched != Truth.TRUE; i++) {
      matched = matched.or(comparisons.get(i).holds(value, context));
    }
    return operator.operator().negated() ? matched.negated() : matched;
  }
}
