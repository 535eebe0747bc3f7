package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.match.Reason.Kind;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Text;

/** The possible answers of one condition test, made once. */
final class ConditionAnswers {
  private final Match failed;
  private final Match keyAbsent;
  private final Match unreadable;
  private final Match severalValues;
  private final Match unreadableValue;

  ConditionAnswers(Condition condition) {
    this.failed = new Match.DoesNotMatch(reason(Kind.CONDITION_FAILED, condition));
    this.keyAbsent = new Match.DoesNotMatch(reason(Kind.KEY_ABSENT, condition));
    this.severalValues = new Match.CannotTell(reason(Kind.SEVERAL_VALUES, condition));
    this.unreadable = new Match.CannotTell(reason(Kind.UNREADABLE, condition));
    this.unreadableValue = new Match.CannotTell(reason(Kind.UNREADABLE_VALUE, condition));
  }

  private static Reason reason(Kind kind, Condition condition) {
    return new Reason(
        kind,
        "Condition",
        condition.operator().toString(),
        condition.key().value(),
        condition.values().stream().map(Text::value).toList(),
        condition.key().span().start());
  }

  Match keyAbsent() {
    return keyAbsent;
  }

  Match severalValues() {
    return severalValues;
  }

  Match given(Truth passes) {
    return switch (passes) {
      case TRUE -> Match.MATCHES;
      case FALSE -> failed;
      case UNKNOWN -> unreadable;
      case UNREADABLE -> unreadableValue;
    };
  }
}
