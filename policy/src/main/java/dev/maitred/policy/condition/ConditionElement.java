package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Operator;
import dev.maitred.policy.syntax.Version;
import java.util.List;

/** A compiled {@code Condition} element: every test must be passed. */
public final class ConditionElement {
  private final List<KeyCondition> tests;

  private ConditionElement(List<KeyCondition> tests) {
    this.tests = tests;
  }

  /** The compiled form of {@code conditions} in a policy of this version. */
  public static ConditionElement of(List<Condition> conditions, Version version) {
    return new ConditionElement(
        conditions.stream().map(condition -> compiled(condition, version)).toList());
  }

  private static KeyCondition compiled(Condition condition, Version version) {
    return condition.operator().operator() == Operator.NULL
        ? new NullCondition(condition)
        : ComparisonCondition.of(condition, version);
  }

  /**
   * Whether the request passes every test; otherwise the first that it does not, one whose outcome
   * hangs on the request's own values only if there is no other.
   */
  public Match match(Request request) {
    Match all = Match.MATCHES;
    for (int i = 0; i < tests.size(); i++) {
      Match match = tests.get(i).match(request);
      if (isInDoubtByRequest(match)) {
        all = all.matches() ? match : all;
      } else if (!match.matches()) {
        return match;
      }
    }
    return all;
  }

  private static boolean isInDoubtByRequest(Match match) {
    return match instanceof Match.CannotTell(Reason reason) && reason.kind().isOfRequestedValues();
  }
}
