package dev.maitred.policy.match;

import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.PrincipalListing;
import java.util.List;

/**
 * A compiled {@code Principal} or {@code NotPrincipal}.
 *
 * <p>{@code NotPrincipal} leaves out whom it lists together with their role and account (IAM user
 * guide, "AWS JSON policy elements: NotPrincipal"); of whom it lists in part nothing can be said,
 * and a Deny applies to them.
 */
public final class PrincipalElement {
  private final Verdicts verdicts;
  private final boolean negated;
  private final List<PrincipalName> names;
  private final boolean doubtful;
  private final Match inPart;

  private PrincipalElement(PrincipalListing listing) {
    this.negated = listing.negated();
    this.names = listing.entries().stream().map(PrincipalName::of).toList();
    this.doubtful = names.stream().anyMatch(PrincipalName.Unreadable.class::isInstance);
    String element = listing.name().value();
    List<String> listed = listing.entries().stream().map(entry -> entry.id().value()).toList();
    Position at = listing.name().span().start();
    this.verdicts = new Verdicts(element, negated, listed, at);
    this.inPart = new Match.CannotTell(Reason.of(Reason.Kind.NAMED_IN_PART, element, listed, at));
  }

  /** The compiled form of {@code listing}. */
  public static PrincipalElement of(PrincipalListing listing) {
    return new PrincipalElement(listing);
  }

  /** Whether the statement speaks of the caller. */
  public Match match(Request request) {
    if (strongest(request.principal()) == Naming.NONE) {
      return verdicts.given(doubtful ? Truth.UNKNOWN : Truth.FALSE);
    }
    return negated && !isNamedWhole(request.principal()) ? inPart : verdicts.given(Truth.TRUE);
  }

  private boolean isNamedWhole(Principal principal) {
    return switch (principal) {
      case Principal.Root _ -> names(principal, Naming.ACCOUNT);
      case Principal.User _ -> names(principal, Naming.DIRECT) && names(principal, Naming.ACCOUNT);
      case Principal.RoleSession _, Principal.FederatedUser _ ->
          names(principal, Naming.DIRECT)
              && names(principal, Naming.INDIRECT)
              && names(principal, Naming.ACCOUNT);
      case Principal.Service _, Principal.Federated _, Principal.Anonymous _ -> true;
    };
  }

  private boolean names(Principal principal, Naming as) {
    return names.stream()
        .anyMatch(name -> name instanceof PrincipalName.Everyone || name.naming(principal) == as);
  }

  /** Whether it is a {@code NotPrincipal}. */
  public boolean isNegated() {
    return negated;
  }

  /**
   * How the statement names the caller, given that it {@link #match matches}. Whom {@code
   * NotPrincipal} leaves over counts as named by account only, the least a grant can mean.
   */
  public Naming naming(Principal principal) {
    return negated ? Naming.ACCOUNT : strongest(principal);
  }

  private Naming strongest(Principal principal) {
    Naming strongest = Naming.NONE;
    for (int i = 0; i < names.size(); i++) {
      Naming naming = names.get(i).naming(principal);
      strongest = naming.compareTo(strongest) > 0 ? naming : strongest;
    }
    return strongest;
  }
}
