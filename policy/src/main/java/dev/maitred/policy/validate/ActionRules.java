package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.Statement;
import java.util.Optional;

/** Rules about the texts of {@code Action} and {@code NotAction}. */
final class ActionRules {
  private ActionRules() {}

  static Optional<MalformedPolicyDocument> check(Statement statement) {
    return Rule.first(
        StatementRules.entries(statement.action()),
        action ->
            problem(action.value()).map(message -> MalformedPolicyDocument.at(action, message)));
  }

  private static Optional<String> problem(String action) {
    if (action.equals("*")) {
      return Optional.empty();
    }
    int colon = action.indexOf(':');
    if (colon < 0) {
      return Optional.of(
          "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    if (action.indexOf(':', colon + 1) >= 0) {
      return Optional.of("Actions/Condition can contain only one colon.");
    }
    String vendor = action.substring(0, colon);
    return vendor.equals("*") || vendor.matches("[A-Za-z0-9.-]+")
        ? Optional.empty()
        : Optional.of("Vendor " + vendor + " is not valid");
  }
}
