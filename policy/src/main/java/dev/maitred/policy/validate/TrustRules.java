package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.PrincipalListing;
import dev.maitred.policy.syntax.PrincipalListing.Entry;
import dev.maitred.policy.syntax.PrincipalListing.Kind;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules about the trust policies of roles. */
final class TrustRules {
  private static final String NO_PRINCIPALS =
      "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in"
          + " policy has a statement with no principals!";
  private static final String ONLY_STS =
      "AssumeRole policy may only specify STS AssumeRole actions.";

  /** AWS knows its services by name; here it is enough to look like one. */
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");

  private TrustRules() {}

  static Optional<MalformedPolicyDocument> withoutResource(Statement statement) {
    return statement.resource().map(listing -> prohibited(listing.name()));
  }

  static Optional<MalformedPolicyDocument> withPrincipal(Statement statement) {
    return statement
        .principal()
        .map(
            principal ->
                principal.negated()
                    ? Optional.of(prohibited(principal.name()))
                    : Optional.<MalformedPolicyDocument>empty())
        .orElseGet(() -> Optional.of(MalformedPolicyDocument.at(statement, NO_PRINCIPALS)));
  }

  private static MalformedPolicyDocument prohibited(Text element) {
    return MalformedPolicyDocument.at(element, "Has prohibited field " + element);
  }

  static Optional<MalformedPolicyDocument> onlySts(Statement statement) {
    boolean negated = statement.action().map(listing -> listing.negated()).orElse(false);
    return StatementRules.entries(statement.action()).stream()
        .filter(action -> negated || !action.value().regionMatches(true, 0, "sts:", 0, 4))
        .findFirst()
        .map(action -> MalformedPolicyDocument.at(action, ONLY_STS));
  }

  static Optional<MalformedPolicyDocument> known(Statement statement, Predicate<Entry> exists) {
    List<Entry> named = statement.principal().map(PrincipalListing::entries).orElse(List.of());
    return named.stream()
        .filter(entry -> !isWellFormed(entry) || !exists.test(entry))
        .findFirst()
        .map(
            entry ->
                MalformedPolicyDocument.at(
                    entry.id(),
                    "Invalid principal in policy: \""
                        + entry.kind().name()
                        + "\":\""
                        + entry.id()
                        + "\""));
  }

  private static boolean isWellFormed(Entry entry) {
    String id = entry.id().value();
    if (entry.kind() == Kind.SERVICE) {
      return SERVICE.matcher(id).matches();
    }
    return id.equals("*") && entry.kind() == Kind.AWS
        || !id.isEmpty() && id.indexOf('*') < 0 && id.indexOf('?') < 0;
  }
}
