package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.policy.syntax.PrincipalListing.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides whether IAM would store a policy. */
public final class PolicyValidator {
  private static final String SYNTAX_ERRORS = "Syntax errors in policy.";
  private static final String INVALID_JSON = "This policy contains invalid Json";

  private static final List<Rule> IDENTITY =
      List.of(
          StatementRules::current,
          Rule.eachStatement(StatementRules::withoutPrincipal),
          Rule.eachStatement(LegacyParsing::check),
          StatementRules::uniqueSids,
          Rule.eachStatement(StatementRules::plainSid),
          Rule.eachStatement(StatementRules::hasActions),
          Rule.eachStatement(StatementRules::hasResources),
          Rule.eachStatement(ResourceRules::check),
          Rule.eachStatement(ActionRules::check));

  private static final List<Rule> TRUST =
      List.of(
          Rule.eachStatement(LegacyParsing::check),
          StatementRules::uniqueSids,
          Rule.eachStatement(StatementRules::plainSid),
          Rule.eachStatement(TrustRules::withoutResource),
          Rule.eachStatement(TrustRules::withPrincipal),
          Rule.eachStatement(StatementRules::hasActions),
          Rule.eachStatement(ActionRules::check),
          Rule.eachStatement(TrustRules::onlySts));

  private PolicyValidator() {}

  /** Why IAM would refuse {@code json} as an identity-based policy or boundary, if it would. */
  public static Optional<MalformedPolicyDocument> identityPolicy(String json) {
    try {
      return Rule.first(IDENTITY, with(Document.parse(json)));
    } catch (PolicySyntaxException e) {
      return Optional.of(MalformedPolicyDocument.of(SYNTAX_ERRORS, e));
    }
  }

  /**
   * Why IAM would refuse {@code json} as the trust policy of a role, if it would.
   *
   * @param exists whether a principal that the policy names is known; asked about well-formed ones
   */
  public static Optional<MalformedPolicyDocument> trustPolicy(
      String json, Predicate<Entry> exists) {
    try {
      Document document = Document.parse(json);
      return Rule.first(TRUST, with(document))
          .or(() -> Rule.eachStatement(s -> TrustRules.known(s, exists)).check(document));
    } catch (PolicySyntaxException e) {
      return Optional.of(MalformedPolicyDocument.of(e.isJson() ? SYNTAX_ERRORS : INVALID_JSON, e));
    }
  }

  private static Function<Rule, Optional<MalformedPolicyDocument>> with(Document document) {
    return rule -> rule.check(document);
  }
}
