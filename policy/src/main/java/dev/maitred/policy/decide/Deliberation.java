package dev.maitred.policy.decide;

import dev.maitred.policy.match.Naming;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a request to its decision (IAM user guide, "Policy evaluation logic" and
 * "Cross-account policy evaluation logic").
 *
 * <p>First every Deny of every layer. Then each layer that must allow, in order; what a
 * resource-based policy grants by itself depends on how it names the caller and is never more than
 * the caller's own account allows when the resource belongs to another one.
 */
final class Deliberation {
  private final Layers layers;
  private final Layers.Rules rules;

  Deliberation(Layers layers, Layers.Rules rules) {
    this.layers = layers;
    this.rules = rules;
  }

  Decision decide(Request request) {
    Rule deny = firstDeny(request);
    if (deny != null) {
      return new Decision.DeniedExplicitly(request, layers, deny.deciding());
    }
    if (!request.isReadable()) {
      return silent(request, Layer.IDENTITY);
    }
    if (!organizationAllows(request)) {
      return silent(request, Layer.SERVICE_CONTROL);
    }
    Rule grant = strongestGrant(request);
    Naming naming = grant == null ? Naming.NONE : grant.statement().naming(request.principal());
    return switch (request.principal()) {
      case Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
          naming == Naming.DIRECT ? granted(request, grant) : silent(request, resourceLayer());
      case Principal.Root _ -> root(request, grant, naming);
      case Principal.User _, Principal.RoleSession _, Principal.FederatedUser _ ->
          identity(request, grant, naming);
    };
  }

  private boolean organizationAllows(Request request) {
    // Organizations do not bind AWS services, nor callers without an account.
    if (request.principal().account().isEmpty()) {
      return true;
    }
    for (LayerRules level : rules.serviceControl()) {
      if (level.allows().first(request) == null) {
        return false;
      }
    }
    return true;
  }

  private Decision root(Request request, @Nullable Rule grant, Naming naming) {
    return naming == Naming.NONE && mustBeGrantedByResource(request)
        ? silent(request, resourceLayer())
        : granted(request, grant);
  }

  private Decision identity(Request request, @Nullable Rule grant, Naming naming) {
    if (naming == Naming.NONE && mustBeGrantedByResource(request)) {
      return silent(request, resourceLayer());
    }
    Naming bypass = layers.isCrossAccount(request) ? Naming.NONE : naming;
    return bypass == Naming.DIRECT ? granted(request, grant) : ownPolicies(request, grant, bypass);
  }

  /** The caller's own side: identity, boundary and session, less what the resource granted. */
  private Decision ownPolicies(Request request, @Nullable Rule grant, Naming bypass) {
    Rule identity = rules.identity().allows().first(request);
    if (identity == null && bypass != Naming.INDIRECT) {
      return silent(request, Layer.IDENTITY);
    }
    Rule boundary = rules.boundary().allows().first(request);
    if (boundary == null && layers.boundary().isPresent()) {
      return silent(request, Layer.BOUNDARY);
    }
    Rule session = rules.session().allows().first(request);
    if (session == null && isLimitedBySession(request.principal())) {
      return silent(request, Layer.SESSION);
    }
    return allowed(request, grant, identity, boundary, session);
  }

  // A federated user has no more than was passed when its session was made.
  private boolean isLimitedBySession(Principal caller) {
    return layers.session().isPresent() || caller instanceof Principal.FederatedUser;
  }

  private boolean mustBeGrantedByResource(Request request) {
    return layers.isCrossAccount(request)
        || layers.resource().map(ResourcePolicy::trust).orElse(false);
  }

  private Layer resourceLayer() {
    return layers.resource().map(ResourcePolicy::layer).orElse(Layer.RESOURCE);
  }

  private @Nullable Rule firstDeny(Request request) {
    for (int i = 0; i < rules.inOrder().size(); i++) {
      Rule deny = rules.inOrder().get(i).denies().first(request);
      if (deny != null) {
        return deny;
      }
    }
    return null;
  }

  private @Nullable Rule strongestGrant(Request request) {
    Rule strongest = null;
    Naming naming = Naming.NONE;
    for (Rule rule : rules.resource().allows().rules()) {
      Naming candidate = rule.statement().naming(request.principal());
      if (candidate.compareTo(naming) > 0 && rule.match(request).matches()) {
        strongest = rule;
        naming = candidate;
      }
    }
    return strongest;
  }

  private Decision silent(Request request, Layer layer) {
    return new Decision.DeniedImplicitly(request, layers, layer);
  }

  private Decision granted(Request request, @Nullable Rule grant) {
    return allowed(request, grant, null, null, null);
  }

  private Decision allowed(
      Request request,
      @Nullable Rule grant,
      @Nullable Rule identity,
      @Nullable Rule boundary,
      @Nullable Rule session) {
    // The commonest way, with nothing made but the answer.
    if (identity != null && grant == null && boundary == null && session == null) {
      return new Decision.Allowed(request, layers, List.of(identity.deciding()));
    }
    List<Deciding> because = new ArrayList<>();
    add(grant, because);
    add(identity, because);
    add(boundary, because);
    add(session, because);
    return new Decision.Allowed(request, layers, because);
  }

  private static void add(@Nullable Rule allowing, List<Deciding> because) {
    if (allowing != null) {
      because.add(allowing.deciding());
    }
  }
}
