package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.match.Reason.Kind;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Text;
import java.util.EnumMap;
import java.util.Map;

/** The possible answers of one condition test, made once. */
final class ConditionAnswers {
  private final Map<Kind, Match> misses = new EnumMap<>(Kind.class);
  private final Match doubt;

  ConditionAnswers(Condition condition) {
    for (Kind kind : new Kind[] {Kind.CONDITION_FAILED, Kind.KEY_ABSENT, Kind.SEVERAL_VALUES}) {
      misses.put(kind, new Match.DoesNotMatch(reason(kind, condition)));
    }
    this.doubt = new Match.CannotTell(reason(Kind.UNREADABLE, condition));
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

  Match of(Kind kind) {
    return misses.getOrDefault(kind, doubt);
  }

  Match given(Truth passes) {
    return switch (passes) {
      case TRUE -> Match.MATCHES;
      case FALSE -> of(Kind.CONDITION_FAILED);
      case UNKNOWN -> doubt;
    };
  }
}
