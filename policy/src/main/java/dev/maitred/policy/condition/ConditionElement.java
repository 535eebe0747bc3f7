package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Operator;
import dev.maitred.policy.syntax.Version;
import java.util.List;

/** A compiled {@code Condition} element: every test must be passed. */
public final class ConditionElement {
  private final List<Test> tests;

  private ConditionElement(List<Test> tests) {
    this.tests = tests;
  }

  /** The compiled form of {@code conditions} in a policy of this version. */
  public static ConditionElement of(List<Condition> conditions, Version version) {
    return new ConditionElement(
        conditions.stream().map(condition -> test(condition, version)).toList());
  }

  private static Test test(Condition condition, Version version) {
    return condition.operator().operator() == Operator.NULL
        ? new NullTest(condition)
        : ConditionTest.of(condition, version);
  }

  /** Whether the request passes every test; otherwise the first that it does not. */
  public Match match(Request request) {
    for (int i = 0; i < tests.size(); i++) {
      Match match = tests.get(i).match(request);
      if (!match.matches()) {
        return match;
      }
    }
    return Match.MATCHES;
  }
}
