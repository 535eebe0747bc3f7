package dev.maitred.policy.explain;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.syntax.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * What would have to be added for a request to be allowed.
 *
 * <p>The engine is asked again with the statement in the layer that was silent, until it allows the
 * request: whatever is told here was seen to do.
 */
final class MissingAllows {
  private MissingAllows() {}

  /**
   * One statement for each layer that is silent, in the order in which they were found to be; none
   * if the request is allowed, if a statement denies it, or if it cannot be read or written as a
   * policy.
   */
  static List<AllowingStatement> of(Decision decision) {
    try {
      return decision.request().isReadable() ? missing(decision) : List.of();
    } catch (PolicySyntaxException e) {
      // The request is longer than a policy may be.
      return List.of();
    }
  }

  private static List<AllowingStatement> missing(Decision decision) {
    List<AllowingStatement> added = new ArrayList<>();
    Decision next = decision;
    while (next instanceof Decision.DeniedImplicitly denied
        && added.size() < Layer.values().length) {
      AllowingStatement missing = NarrowAllow.of(denied.silent(), denied.request());
      added.add(missing);
      next = with(missing, denied).decide(denied.request());
    }
    return next instanceof Decision.Allowed ? List.copyOf(added) : List.of();
  }

  /** The layers with the statement in the place of the layer that was silent. */
  private static Layers with(AllowingStatement missing, Decision.DeniedImplicitly denied) {
    Layers layers = denied.layers();
    AttachedPolicy policy = policy(missing);
    return switch (missing.layer()) {
      case IDENTITY -> layers.withIdentity(List.of(policy));
      case BOUNDARY -> layers.withBoundary(policy);
      case SESSION -> layers.withSession(List.of(policy));
      case SERVICE_CONTROL ->
          layers.withServiceControl(
              layers.serviceControl().stream().map(level -> List.of(policy)).toList());
      case RESOURCE, ROLE_TRUST ->
          layers.withResource(
              new ResourcePolicy(
                  policy, layers.owner(denied.request()), missing.layer() == Layer.ROLE_TRUST));
    };
  }

  private static AttachedPolicy policy(AllowingStatement missing) {
    return new AttachedPolicy(
        new PolicySource.ByName("missing"),
        Policy.parse("{\"Version\":\"2012-10-17\",\"Statement\":" + missing.json() + "}"));
  }
}
