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
  private final Request request;
  private final Principal caller;

  Deliberation(Layers layers, Layers.Rules rules, Request request) {
    this.layers = layers;
    this.rules = rules;
    this.request = request;
    this.caller = request.principal();
  }

  Decision decide() {
    Rule deny = firstDeny();
    if (deny != null) {
      return new Decision.DeniedExplicitly(request, layers, deny.deciding());
    }
    if (!request.isReadable()) {
      return silent(Layer.IDENTITY);
    }
    if (!organizationAllows()) {
      return silent(Layer.SERVICE_CONTROL);
    }
    Rule grant = strongestGrant();
    Naming naming = grant == null ? Naming.NONE : grant.statement().naming(caller);
    return switch (caller) {
      case Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
          naming == Naming.DIRECT ? allowed(grant) : silent(resourceLayer());
      case Principal.Root _ -> root(grant, naming);
      case Principal.User _, Principal.RoleSession _, Principal.FederatedUser _ ->
          identity(grant, naming);
    };
  }

  private boolean organizationAllows() {
    // Organizations do not bind AWS services, nor callers without an account.
    if (caller.account().isEmpty()) {
      return true;
    }
    for (LayerRules level : rules.serviceControl()) {
      if (level.allows().first(request) == null) {
        return false;
      }
    }
    return true;
  }

  private Decision root(@Nullable Rule grant, Naming naming) {
    boolean resourceMustAllow = mustBeGrantedByResource();
    return resourceMustAllow && naming == Naming.NONE ? silent(resourceLayer()) : allowed(grant);
  }

  private Decision identity(@Nullable Rule grant, Naming naming) {
    if (naming == Naming.NONE && mustBeGrantedByResource()) {
      return silent(resourceLayer());
    }
    Naming bypass = layers.isCrossAccount(request) ? Naming.NONE : naming;
    return bypass == Naming.DIRECT ? allowed(grant) : ownPolicies(grant, bypass);
  }

  /** The caller's own side: identity, boundary and session, less what the resource granted. */
  private Decision ownPolicies(@Nullable Rule grant, Naming bypass) {
    Rule identity = rules.identity().allows().first(request);
    if (identity == null && bypass != Naming.INDIRECT) {
      return silent(Layer.IDENTITY);
    }
    Rule boundary = rules.boundary().allows().first(request);
    if (boundary == null && layers.boundary().isPresent()) {
      return silent(Layer.BOUNDARY);
    }
    Rule session = rules.session().allows().first(request);
    if (session == null && isLimitedBySession()) {
      return silent(Layer.SESSION);
    }
    return allowed(grant, identity, boundary, session);
  }

  // A federated user has no more than was passed when its session was made.
  private boolean isLimitedBySession() {
    return layers.session().isPresent() || caller instanceof Principal.FederatedUser;
  }

  private boolean mustBeGrantedByResource() {
    return layers.isCrossAccount(request)
        || layers.resource().map(ResourcePolicy::trust).orElse(false);
  }

  private Layer resourceLayer() {
    return layers.resource().map(ResourcePolicy::layer).orElse(Layer.RESOURCE);
  }

  private @Nullable Rule firstDeny() {
    for (int i = 0; i < rules.inOrder().size(); i++) {
      Rule deny = rules.inOrder().get(i).denies().first(request);
      if (deny != null) {
        return deny;
      }
    }
    return null;
  }

  private @Nullable Rule strongestGrant() {
    Rule strongest = null;
    Naming naming = Naming.NONE;
    for (Rule rule : rules.resource().allows().rules()) {
      Naming candidate = rule.statement().naming(caller);
      if (candidate.compareTo(naming) > 0 && rule.match(request).matches()) {
        strongest = rule;
        naming = candidate;
      }
    }
    return strongest;
  }

  private Decision silent(Layer layer) {
    return new Decision.DeniedImplicitly(request, layers, layer);
  }

  private Decision allowed(@Nullable Rule... allowing) {
    List<Deciding> because = new ArrayList<>(allowing.length);
    for (Rule rule : allowing) {
      if (rule != null) {
        because.add(rule.deciding());
      }
    }
    return new Decision.Allowed(request, layers, because);
  }
}
