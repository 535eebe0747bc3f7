package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.syntax.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about the parts that a statement must and must not have. */
final class StatementRules {
  private StatementRules() {}

  static Optional<MalformedPolicyDocument> current(Document document) {
    return document.version() == Version.V2012_10_17
        ? Optional.empty()
        : Optional.of(
            MalformedPolicyDocument.of("Policy document must be version 2012-10-17 or greater."));
  }

  static Optional<MalformedPolicyDocument> withoutPrincipal(Statement statement) {
    return statement
        .principal()
        .map(
            principal ->
                MalformedPolicyDocument.at(
                    principal.name(), "Policy document should not specify a principal."));
  }

  static Optional<MalformedPolicyDocument> uniqueSids(Document document) {
    Set<String> seen = new HashSet<>();
    return Rule.first(
        document.statements(),
        statement ->
            statement
                .sid()
                .filter(sid -> !sid.value().isEmpty() && !seen.add(sid.value()))
                .map(
                    sid ->
                        MalformedPolicyDocument.at(
                            sid, "Statement IDs (SID) in a single policy must be unique.")));
  }

  static Optional<MalformedPolicyDocument> plainSid(Statement statement) {
    return statement
        .sid()
        .filter(sid -> !sid.value().matches("[0-9A-Za-z]*"))
        .map(
            sid ->
                MalformedPolicyDocument.at(
                    sid,
                    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies"
                        + " the regular expression [0-9A-Za-z]*"));
  }

  static Optional<MalformedPolicyDocument> hasActions(Statement statement) {
    return entries(statement.action()).isEmpty()
        ? Optional.of(
            MalformedPolicyDocument.at(statement, "Policy statement must contain actions."))
        : Optional.empty();
  }

  static Optional<MalformedPolicyDocument> hasResources(Statement statement) {
    return entries(statement.resource()).isEmpty()
        ? Optional.of(
            MalformedPolicyDocument.at(statement, "Policy statement must contain resources."))
        : Optional.empty();
  }

  static List<Text> entries(Optional<Listing> listing) {
    return listing.map(Listing::entries).orElse(List.of());
  }
}
