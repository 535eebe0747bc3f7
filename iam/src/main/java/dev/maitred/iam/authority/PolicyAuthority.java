package dev.maitred.iam.authority;

import dev.maitred.iam.authority.RoleTrust.TrustedRole;
import dev.maitred.iam.store.IamStore;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.explain.AccessDenied;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.access.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides by the caller's policies as they are now.
 *
 * <p>Policies are gathered once per caller and kept until IAM changes. Assuming a role is decided
 * by the role's trust policy and the caller's policies together; passing one, by the caller's
 * policies alone.
 */
public final class PolicyAuthority implements Authority {
  private static final String ASSUME_PREFIX = "sts:";
  private static final String PASS_ROLE = "iam:PassRole";

  private final CallerPolicies policies;
  private final RoleTrust roles;
  private final KeyUse keyUse;
  private final Decisions decisions = new Decisions();

  /** An authority over the identities and policies in {@code store}. */
  public PolicyAuthority(IamStore store) {
    CompiledPolicies compiled = new CompiledPolicies();
    this.policies = new CallerPolicies(store, compiled);
    this.roles = new RoleTrust(store, compiled);
    this.keyUse = new KeyUse(store);
  }

  /** The denials that can be explained. */
  public Decisions decisions() {
    return decisions;
  }

  /** The policies of a user, group or role, by its unique id, with its permissions boundary. */
  public Layers policiesOf(String principalId) {
    return policies.ofPrincipal(principalId);
  }

  RoleTrust roles() {
    return roles;
  }

  @Override
  public void require(Call call, Requirement requirement) {
    keyUse.note(call);
    refuseUserSession(call);
    switch (decide(call, requirement)) {
      case Decision.Allowed _ -> {}
      case Decision.Denied denied -> throw refusal(call, denied);
    }
  }

  /** What the policies say. Nothing is kept of it. */
  public Decision decide(Call call, Requirement requirement) {
    Layers layers = policies.of(call.caller());
    Optional<TrustedRole> role = role(requirement);
    Request request =
        Request.of(
            principal(call.caller()),
            requirement.action(),
            requirement.resource(),
            CallContext.of(call, requirement, role.map(TrustedRole::tags).orElse(Map.of())));
    if (!requirement.action().startsWith(ASSUME_PREFIX)) {
      return layers.decide(request);
    }
    return role.map(r -> layers.withResource(r.trust()).decide(request))
        .orElseGet(() -> new Decision.DeniedImplicitly(request, layers, Layer.ROLE_TRUST));
  }

  private Optional<TrustedRole> role(Requirement requirement) {
    boolean isAboutRole =
        requirement.action().startsWith(ASSUME_PREFIX) || requirement.action().equals(PASS_ROLE);
    return isAboutRole ? roles.find(requirement.resource()) : Optional.empty();
  }

  private static Principal principal(Caller caller) {
    return switch (caller.type()) {
      case ROOT -> new Principal.Root("aws", caller.account());
      case USER -> new Principal.User(caller.arn(), caller.account(), caller.userId());
      case ASSUMED_ROLE ->
          new Principal.RoleSession(
              caller.arn(),
              caller.account(),
              caller.context().getOrDefault("aws:PrincipalArn", List.of("")).getFirst(),
              CallerPolicies.principalId(caller));
    };
  }

  private AwsError refusal(Call call, Decision denied) {
    decisions.keep(call.requestId(), denied);
    return AwsError.of(Fault.ACCESS_DENIED, message(denied));
  }

  // Whether a role exists and whom it trusts is not for everyone to know: one that is missing and
  // one that does not trust the caller are refused in the same words.
  private static String message(Decision denied) {
    return denied instanceof Decision.DeniedImplicitly silent && silent.silent() == Layer.ROLE_TRUST
        ? AccessDenied.bareMessage(denied.request())
        : AccessDenied.message(denied);
  }

  // A session of GetSessionToken can not call IAM unless it was made with MFA (IAM user guide,
  // "Compare AWS STS credentials").
  private static void refuseUserSession(Call call) {
    Caller caller = call.caller();
    boolean isUserSession =
        caller.type() != Caller.Type.ASSUMED_ROLE
            && caller.context().containsKey("aws:TokenIssueTime");
    if (isUserSession && call.service().equals("iam")) {
      throw KeyRing.unknownKey();
    }
  }
}
