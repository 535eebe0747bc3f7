package dev.maitred.policy.decide;

import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All policies that have a say in one caller's requests.
 *
 * <p>Immutable; make one per caller (and per resource with a policy of its own) and ask it often.
 */
public final class Layers {
  private final List<AttachedPolicy> identity;
  private final Optional<AttachedPolicy> boundary;
  private final Optional<List<AttachedPolicy>> session;
  private final Optional<ResourcePolicy> resource;
  private final List<List<AttachedPolicy>> serviceControl;
  private final RuleSet rules;

  private Layers(
      List<AttachedPolicy> identity,
      Optional<AttachedPolicy> boundary,
      Optional<List<AttachedPolicy>> session,
      Optional<ResourcePolicy> resource,
      List<List<AttachedPolicy>> serviceControl) {
    this.identity = identity;
    this.boundary = boundary;
    this.session = session;
    this.resource = resource;
    this.serviceControl = serviceControl;
    this.rules = RuleSet.of(this);
  }

  /** The identity-based policies of a user and its groups, or of a role, and no other layer. */
  public static Layers ofIdentity(List<AttachedPolicy> policies) {
    return new Layers(
        List.copyOf(policies), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** These and a permissions boundary. */
  public Layers withBoundary(AttachedPolicy policy) {
    return new Layers(identity, Optional.of(policy), session, resource, serviceControl);
  }

  /** These and the policies passed when the session was made; an empty list allows nothing. */
  public Layers withSession(List<AttachedPolicy> policies) {
    return new Layers(
        identity, boundary, Optional.of(List.copyOf(policies)), resource, serviceControl);
  }

  /** These and the policy of the resource that is asked for. */
  public Layers withResource(ResourcePolicy policy) {
    return new Layers(identity, boundary, session, Optional.of(policy), serviceControl);
  }

  /** These and the service control policies, one list for each level of the organization. */
  public Layers withServiceControl(List<List<AttachedPolicy>> levels) {
    return new Layers(
        identity,
        boundary,
        session,
        resource,
        levels.stream().map(level -> List.copyOf(level)).toList());
  }

  /** The answer to {@code request}. */
  public Decision decide(Request request) {
    return new Deliberation(this, rules, request).decide();
  }

  List<Considered> considered(Request request) {
    List<Considered> considered = new ArrayList<>();
    for (Rule rule : rules.all()) {
      considered.add(
          new Considered(
              rule.layer(),
              rule.source(),
              rule.statement().written(),
              rule.effect(),
              rule.match(request)));
    }
    return List.copyOf(considered);
  }

  /** The identity-based policies. */
  public List<AttachedPolicy> identity() {
    return identity;
  }

  /** The permissions boundary. */
  public Optional<AttachedPolicy> boundary() {
    return boundary;
  }

  /** The session policies; empty if the session was made without any, or there is no session. */
  public Optional<List<AttachedPolicy>> session() {
    return session;
  }

  /** The policy of the resource. */
  public Optional<ResourcePolicy> resource() {
    return resource;
  }

  /** The service control policies by level. */
  public List<List<AttachedPolicy>> serviceControl() {
    return serviceControl;
  }
}
