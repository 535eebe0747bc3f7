package dev.maitred.policy.decide;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  private final Rules rules;
  private final Deliberation deliberation;

  /**
   * The statements of each layer. A layer that is added leaves those of the others as they are, but
   * for a boundary, under which the resource's policy spares nobody.
   *
   * @param inOrder all of them, as they are asked for a Deny and told
   */
  record Rules(
      List<LayerRules> serviceControl,
      LayerRules resource,
      LayerRules identity,
      LayerRules boundary,
      LayerRules session,
      List<LayerRules> inOrder) {

    Rules(
        List<LayerRules> serviceControl,
        LayerRules resource,
        LayerRules identity,
        LayerRules boundary,
        LayerRules session) {
      this(
          serviceControl,
          resource,
          identity,
          boundary,
          session,
          Stream.concat(serviceControl.stream(), Stream.of(resource, identity, boundary, session))
              .toList());
    }
  }

  private Layers(
      List<AttachedPolicy> identity,
      Optional<AttachedPolicy> boundary,
      Optional<List<AttachedPolicy>> session,
      Optional<ResourcePolicy> resource,
      List<List<AttachedPolicy>> serviceControl,
      Rules rules) {
    this.identity = identity;
    this.boundary = boundary;
    this.session = session;
    this.resource = resource;
    this.serviceControl = serviceControl;
    this.rules = rules;
    this.deliberation = new Deliberation(this, rules);
  }

  /** The identity-based policies of a user and its groups, or of a role, and no other layer. */
  public static Layers ofIdentity(List<AttachedPolicy> policies) {
    LayerRules rules = LayerRules.of(Layer.IDENTITY, policies);
    return new Layers(
        List.copyOf(policies),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Rules(List.of(), LayerRules.NONE, rules, LayerRules.NONE, LayerRules.NONE));
  }

  /** These with other identity-based policies. */
  public Layers withIdentity(List<AttachedPolicy> policies) {
    LayerRules added = LayerRules.of(Layer.IDENTITY, policies);
    return new Layers(
        List.copyOf(policies),
        boundary,
        session,
        resource,
        serviceControl,
        new Rules(rules.serviceControl, rules.resource, added, rules.boundary, rules.session));
  }

  /** These and a permissions boundary. */
  public Layers withBoundary(AttachedPolicy policy) {
    LayerRules added = LayerRules.of(Layer.BOUNDARY, List.of(policy));
    LayerRules ofResource =
        resource.map(given -> LayerRules.of(given, true)).orElse(rules.resource);
    return new Layers(
        identity,
        Optional.of(policy),
        session,
        resource,
        serviceControl,
        new Rules(rules.serviceControl, ofResource, rules.identity, added, rules.session));
  }

  /** These and the policies passed when the session was made; an empty list allows nothing. */
  public Layers withSession(List<AttachedPolicy> policies) {
    LayerRules added = LayerRules.of(Layer.SESSION, policies);
    return new Layers(
        identity,
        boundary,
        Optional.of(List.copyOf(policies)),
        resource,
        serviceControl,
        new Rules(rules.serviceControl, rules.resource, rules.identity, rules.boundary, added));
  }

  /** These and the policy of the resource that is asked for. */
  public Layers withResource(ResourcePolicy policy) {
    LayerRules added = LayerRules.of(policy, boundary.isPresent());
    return new Layers(
        identity,
        boundary,
        session,
        Optional.of(policy),
        serviceControl,
        new Rules(rules.serviceControl, added, rules.identity, rules.boundary, rules.session));
  }

  /** These and the service control policies, one list for each level of the organization. */
  public Layers withServiceControl(List<List<AttachedPolicy>> levels) {
    List<LayerRules> added =
        levels.stream().map(level -> LayerRules.of(Layer.SERVICE_CONTROL, level)).toList();
    return new Layers(
        identity,
        boundary,
        session,
        resource,
        levels.stream().map(level -> List.copyOf(level)).toList(),
        new Rules(added, rules.resource, rules.identity, rules.boundary, rules.session));
  }

  /** The answer to {@code request}. */
  public Decision decide(Request request) {
    return deliberation.decide(request);
  }

  /** The account that owns the resource of the request, 12 digits; empty if nothing says. */
  public String owner(Request request) {
    if (resource.isPresent()) {
      return resource.get().account();
    }
    Arn arn = request.arn().orElse(null);
    // Not every ARN has an account, and `aws` in its place stands for no account in particular.
    return arn != null && Arn.isAccountId(arn.account()) ? arn.account() : "";
  }

  /** Whether the resource of the request belongs to an account that is not the caller's. */
  public boolean isCrossAccount(Request request) {
    String owner = owner(request);
    return !owner.isEmpty() && !owner.equals(request.principal().account());
  }

  List<Considered> considered(Request request) {
    List<Considered> considered = new ArrayList<>();
    for (LayerRules layer : rules.inOrder()) {
      layer.all().forEach(rule -> considered.add(rule.considered(request)));
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
