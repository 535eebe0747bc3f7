package dev.maitred.policy.decide;

import dev.maitred.policy.condition.ConditionElement;
import dev.maitred.policy.match.ActionElement;
import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Naming;
import dev.maitred.policy.match.PrincipalElement;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.match.Reason.Kind;
import dev.maitred.policy.match.ResourceElement;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement made ready for comparing with requests. */
final class CompiledStatement {
  private final Statement written;
  private final Effect effect;
  private final @Nullable PrincipalElement principal;
  private final @Nullable ActionElement action;
  private final @Nullable ResourceElement resource;
  private final ConditionElement condition;

  /** What keeps it from applying as part of a policy that is attached to no resource. */
  private final @Nullable Match unfitForIdentity;

  private CompiledStatement(Statement statement, Version version) {
    this.written = statement;
    this.effect = effect(statement);
    this.principal = statement.principal().map(PrincipalElement::of).orElse(null);
    this.action = statement.action().map(ActionElement::of).orElse(null);
    boolean completed = principal == null;
    this.resource =
        statement
            .resource()
            .map(listing -> ResourceElement.of(listing, version, completed))
            .orElse(null);
    this.condition = ConditionElement.of(statement.conditions(), version);
    this.unfitForIdentity = unfitForIdentity();
  }

  private @Nullable Match unfitForIdentity() {
    if (principal != null) {
      return outOfPlace("Principal");
    }
    return resource == null ? missing("Resource") : null;
  }

  static CompiledStatement of(Statement statement, Version version) {
    return new CompiledStatement(statement, version);
  }

  private static Effect effect(Statement statement) {
    return switch (statement.effect().value()) {
      case "Allow" -> Effect.ALLOW;
      case "Deny" -> Effect.DENY;
      default ->
          throw PolicySyntaxException.at(
              statement.effect(), "Effect must be \"Allow\" or \"Deny\", in exactly this case");
    };
  }

  Statement written() {
    return written;
  }

  Effect effect() {
    return effect;
  }

  /** Whether it applies as part of a policy of an identity, a boundary or a session. */
  Match match(Request request) {
    return unfitForIdentity == null ? matchRest(request) : unfitForIdentity;
  }

  /**
   * Whether it applies as part of a policy attached to the resource itself.
   *
   * @param bounded whether the caller has a permissions boundary: such callers a Deny with {@code
   *     NotPrincipal} spares never (IAM user guide, "AWS JSON policy elements: NotPrincipal")
   */
  Match matchAttachedToResource(Request request, boolean bounded) {
    if (principal == null) {
      return missing("Principal");
    }
    if (bounded && effect == Effect.DENY && principal.isNegated()) {
      return matchRest(request);
    }
    Match match = presumedOfDeny(principal.match(request));
    return match.matches() ? matchRest(request) : match;
  }

  /** How it names the caller, given that it applies and is attached to the resource. */
  Naming naming(Principal caller) {
    return principal == null ? Naming.NONE : principal.naming(caller);
  }

  private Match matchRest(Request request) {
    if (action == null) {
      return missing("Action");
    }
    Match match = action.match(request);
    if (match.matches() && resource != null) {
      match = presumedOfDeny(resource.match(request));
    }
    return match.matches() ? presumedOfDeny(condition.match(request)) : match;
  }

  // INVARIANT: no Deny is kept from applying by a value of the request that is unreadable, by a
  // variable of NotResource that has none, or by a caller whom NotPrincipal lists in part.
  private Match presumedOfDeny(Match match) {
    return effect == Effect.DENY
            && match instanceof Match.CannotTell(Reason reason)
            && reason.kind().isPresumedOfDeny()
        ? new Match.Presumed(reason)
        : match;
  }

  private Match missing(String element) {
    return doubt(Kind.ELEMENT_MISSING, element);
  }

  private Match outOfPlace(String element) {
    return doubt(Kind.ELEMENT_OUT_OF_PLACE, element);
  }

  private Match doubt(Kind kind, String element) {
    return new Match.CannotTell(Reason.of(kind, element, List.of(), written.span().start()));
  }
}
