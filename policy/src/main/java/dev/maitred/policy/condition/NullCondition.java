package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Text;
import java.util.List;

/**
 * The Null operator: {@code "true"} asks for the key's absence, {@code "false"} for its presence.
 */
final class NullCondition implements KeyCondition {
  private final String key;
  private final List<String> wanted;
  private final ConditionAnswers answers;

  NullCondition(Condition condition) {
    this.key = Context.fold(condition.key().value());
    this.wanted = condition.values().stream().map(Text::value).toList();
    this.answers = new ConditionAnswers(condition);
  }

  @Override
  public Match match(Request request) {
    boolean absent = request.context().values(key).orElse(List.of()).isEmpty();
    Truth passes = Truth.FALSE;
    for (String want : wanted) {
      Truth one =
          BoolComparison.isBool(want)
              ? Truth.of(want.equalsIgnoreCase(Boolean.toString(absent)))
              : Truth.UNKNOWN;
      passes = passes.or(one);
    }
    return answers.given(passes);
  }
}
