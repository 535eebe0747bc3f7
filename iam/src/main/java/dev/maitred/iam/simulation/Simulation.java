package dev.maitred.iam.simulation;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Effect;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.ContextKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;

/**
 * One caller under some policies, asked about many actions and resources.
 *
 * @param layers the policies
 * @param caller who asks
 * @param context the condition keys of every question
 * @param missing the keys that the policies ask for and that {@code context} lacks
 */
record Simulation(Layers layers, Principal caller, Context context, List<String> missing) {
  /** A simulation with these keys, in any case. */
  static Simulation of(Layers layers, Principal caller, Map<String, List<String>> keys) {
    TreeSet<String> missing = keys(policies(layers));
    keys.keySet().forEach(missing::remove);
    return new Simulation(layers, caller, Context.of(keys), List.copyOf(missing));
  }

  /** The condition keys that policies ask for, each once, in whatever case. */
  static TreeSet<String> keys(Stream<AttachedPolicy> policies) {
    TreeSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    policies.forEach(policy -> keys.addAll(ContextKeys.of(policy.policy().document())));
    return keys;
  }

  /** One question. */
  record Question(String action, String resource) {}

  /** The answer to a question; that about a particular resource is given for it once more. */
  EvaluationResult answer(Question question) {
    Request request = Request.of(caller, question.action(), question.resource(), context);
    Decision decision = layers.decide(request);
    List<Considered> considered = decision.considered();
    EvaluationResult.Builder result =
        EvaluationResult.builder()
            .evalActionName(question.action())
            .evalResourceName(question.resource())
            .evalDecision(verdict(decision))
            .matchedStatements(MatchedStatements.of(decision, considered))
            .permissionsBoundaryDecisionDetail(boundaryDetail(considered));
    if (request.onEveryResource()) {
      return result.missingContextValues(missing).build();
    }
    // Within one account the details are there, and empty (IAM API reference, EvaluationResult).
    Map<String, PolicyEvaluationDecisionType> details =
        layers.isCrossAccount(request) ? bothAccounts(considered) : Map.of();
    result.evalDecisionDetails(details);
    return result.resourceSpecificResults(specific(result.build())).build();
  }

  private ResourceSpecificResult specific(EvaluationResult result) {
    ResourceSpecificResult.Builder specific =
        ResourceSpecificResult.builder()
            .evalResourceName(result.evalResourceName())
            .evalResourceDecision(result.evalDecision())
            .matchedStatements(result.matchedStatements())
            .missingContextValues(missing)
            .permissionsBoundaryDecisionDetail(result.permissionsBoundaryDecisionDetail());
    return result.evalDecisionDetails().isEmpty()
        ? specific.build()
        : specific.evalDecisionDetails(result.evalDecisionDetails()).build();
  }

  /** What the account of the caller and that of the resource have to say, each by itself. */
  private static Map<String, PolicyEvaluationDecisionType> bothAccounts(List<Considered> all) {
    return Map.of(
        "IAM Policy",
        byItself(Layer.IDENTITY, all),
        "Resource Policy",
        byItself(Layer.RESOURCE, all));
  }

  private static PolicyEvaluationDecisionType byItself(Layer layer, List<Considered> all) {
    List<Effect> effects =
        all.stream()
            .filter(considered -> considered.layer() == layer && considered.match().matches())
            .map(Considered::effect)
            .toList();
    if (effects.contains(Effect.DENY)) {
      return PolicyEvaluationDecisionType.EXPLICIT_DENY;
    }
    return effects.isEmpty()
        ? PolicyEvaluationDecisionType.IMPLICIT_DENY
        : PolicyEvaluationDecisionType.ALLOWED;
  }

  private static PolicyEvaluationDecisionType verdict(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> PolicyEvaluationDecisionType.ALLOWED;
      case Decision.DeniedExplicitly _ -> PolicyEvaluationDecisionType.EXPLICIT_DENY;
      case Decision.DeniedImplicitly _ -> PolicyEvaluationDecisionType.IMPLICIT_DENY;
    };
  }

  private static Stream<AttachedPolicy> policies(Layers layers) {
    return Stream.of(
            layers.identity().stream(),
            layers.boundary().stream(),
            layers.resource().stream().map(resource -> resource.attached()))
        .flatMap(policies -> policies);
  }

  /** Whether the boundary by itself would allow it, where there is one. */
  private @Nullable PermissionsBoundaryDecisionDetail boundaryDetail(List<Considered> considered) {
    if (layers.boundary().isEmpty()) {
      return null;
    }
    boolean allowed = byItself(Layer.BOUNDARY, considered) == PolicyEvaluationDecisionType.ALLOWED;
    return PermissionsBoundaryDecisionDetail.builder()
        .allowedByPermissionsBoundary(allowed)
        .build();
  }
}
