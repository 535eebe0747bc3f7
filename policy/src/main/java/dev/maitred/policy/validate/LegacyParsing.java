package dev.maitred.policy.validate;

import dev.maitred.policy.condition.Moment;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import java.util.Optional;

/** What passes IAM's grammar but not the older parser behind it. */
final class LegacyParsing {
  private static final String FAILED = "The policy failed legacy parsing";

  private LegacyParsing() {}

  static Optional<MalformedPolicyDocument> check(Statement statement) {
    return effect(statement)
        .or(() -> Rule.first(statement.conditions(), LegacyParsing::dates))
        .or(() -> Rule.first(StatementRules.entries(statement.resource()), LegacyParsing::arn));
  }

  private static Optional<MalformedPolicyDocument> effect(Statement statement) {
    Text effect = statement.effect();
    boolean exact = effect.value().equals("Allow") || effect.value().equals("Deny");
    return exact ? Optional.empty() : failed(effect);
  }

  private static Optional<MalformedPolicyDocument> dates(Condition condition) {
    if (!condition.operator().operator().name().startsWith("DATE_")) {
      return Optional.empty();
    }
    return condition.values().stream()
        .filter(value -> Moment.parse(value.value()).isEmpty())
        .findFirst()
        .flatMap(LegacyParsing::failed);
  }

  private static Optional<MalformedPolicyDocument> arn(Text resource) {
    String[] segments = resource.value().split(":", -1);
    boolean isArn = segments[0].equals("arn");
    boolean gap = resource.value().contains("::") && segments.length < 6;
    boolean noService = segments.length > 2 && segments[2].isEmpty();
    return isArn && (gap || noService) ? failed(resource) : Optional.empty();
  }

  private static Optional<MalformedPolicyDocument> failed(Text text) {
    return Optional.of(MalformedPolicyDocument.at(text, FAILED));
  }
}
