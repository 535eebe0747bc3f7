package dev.maitred.policy.match;

import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.PrincipalListing;
import java.util.List;

/**
 * A compiled {@code Principal} or {@code NotPrincipal}.
 *
 * <p>{@code NotPrincipal} applies only when the caller, its role or user, and its account are all
 * absent from the list.
 */
public final class PrincipalElement {
  private final Verdicts verdicts;
  private final boolean negated;
  private final List<PrincipalName> names;
  private final boolean doubtful;

  private PrincipalElement(PrincipalListing listing) {
    this.negated = listing.negated();
    this.names = listing.entries().stream().map(PrincipalName::of).toList();
    this.doubtful = names.stream().anyMatch(PrincipalName.Unreadable.class::isInstance);
    this.verdicts =
        new Verdicts(
            listing.name().value(),
            negated,
            listing.entries().stream().map(entry -> entry.id().value()).toList(),
            listing.name().span().start());
  }

  /** The compiled form of {@code listing}. */
  public static PrincipalElement of(PrincipalListing listing) {
    return new PrincipalElement(listing);
  }

  /** Whether the statement speaks of the caller. */
  public Match match(Request request) {
    if (strongest(request.principal()) != Naming.NONE) {
      return verdicts.given(Truth.TRUE);
    }
    return verdicts.given(doubtful ? Truth.UNKNOWN : Truth.FALSE);
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
