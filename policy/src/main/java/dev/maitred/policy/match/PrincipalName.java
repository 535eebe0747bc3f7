package dev.maitred.policy.match;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.syntax.PrincipalListing.Entry;

/** One name in a {@code Principal} element. */
sealed interface PrincipalName {
  /** How it names {@code principal}. */
  Naming naming(Principal principal);

  static PrincipalName of(Entry entry) {
    String id = entry.id().value();
    return switch (entry.kind()) {
      case AWS -> aws(id);
      case SERVICE -> new Service(id);
      case FEDERATED -> new Provider(id);
      // No principal here has a canonical user id, so nothing can be said about one.
      case CANONICAL_USER -> new Unreadable();
    };
  }

  private static PrincipalName aws(String id) {
    if (id.equals("*")) {
      return new Everyone();
    }
    if (Arn.isAccountId(id)) {
      return new Account(id);
    }
    if (id.matches("[A-Z0-9]{16,128}")) {
      return new Named(id);
    }
    return Arn.parse(id)
        .filter(_ -> id.indexOf('*') < 0 && id.indexOf('?') < 0)
        .map(arn -> arn.resource().equals("root") ? new Account(arn.account()) : new Named(id))
        .orElseGet(Unreadable::new);
  }

  /** {@code *}. */
  record Everyone() implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return Naming.DIRECT;
    }
  }

  /** An account and everyone in it. */
  record Account(String id) implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return id.equals(principal.account()) ? Naming.ACCOUNT : Naming.NONE;
    }
  }

  /** A user, role or session, by ARN or unique id. */
  record Named(String name) implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return switch (principal) {
        case Principal.User user -> direct(user.arn(), user.id());
        case Principal.RoleSession session ->
            strongest(direct(session.arn()), indirect(session.roleArn(), session.roleId()));
        case Principal.FederatedUser user ->
            strongest(direct(user.arn()), indirect(user.userArn()));
        case Principal.Root _, Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
            Naming.NONE;
      };
    }

    private Naming direct(String... names) {
      return isOneOf(names) ? Naming.DIRECT : Naming.NONE;
    }

    private Naming indirect(String... names) {
      return isOneOf(names) ? Naming.INDIRECT : Naming.NONE;
    }

    private boolean isOneOf(String... names) {
      for (String candidate : names) {
        if (name.equals(candidate)) {
          return true;
        }
      }
      return false;
    }

    private static Naming strongest(Naming one, Naming other) {
      return one.compareTo(other) >= 0 ? one : other;
    }
  }

  /** An AWS service. */
  record Service(String name) implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return principal instanceof Principal.Service service && service.name().equals(name)
          ? Naming.DIRECT
          : Naming.NONE;
    }
  }

  /** Everyone an identity provider vouches for. */
  record Provider(String name) implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return principal instanceof Principal.Federated federated && federated.provider().equals(name)
          ? Naming.DIRECT
          : Naming.NONE;
    }
  }

  /** Something no principal is known by. */
  record Unreadable() implements PrincipalName {
    @Override
    public Naming naming(Principal principal) {
      return Naming.NONE;
    }
  }
}
