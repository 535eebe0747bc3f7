package dev.maitred.iam.authority;

import dev.maitred.iam.authority.RoleTrust.TrustedRole;
import dev.maitred.iam.caller.Callers;
import dev.maitred.iam.caller.Grants;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.ServiceRoles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Roles that let AWS services in, as their trust policies say at that moment. */
public final class TrustingServiceRoles implements ServiceRoles {
  private final RoleTrust roles;
  private final Callers callers;
  private final Clock clock;

  public TrustingServiceRoles(PolicyAuthority authority, String account, Clock clock) {
    this.roles = authority.roles();
    this.callers = new Callers(account);
    this.clock = clock;
  }

  @Override
  public Caller assume(String roleArn, String servicePrincipal, String sourceArn) {
    Instant now = clock.instant();
    return roles
        .find(roleArn)
        .filter(role -> trusts(role, roleArn, servicePrincipal, sourceArn, now))
        .map(role -> callers.roleSession(role.role(), "", session(role, servicePrincipal, now)))
        .orElseThrow(() -> refused(roleArn, servicePrincipal));
  }

  private static boolean trusts(
      TrustedRole role, String roleArn, String service, String sourceArn, Instant now) {
    Map<String, List<String>> keys =
        Map.of(
            "aws:SourceArn", List.of(sourceArn),
            "aws:SourceAccount", Arn.parse(sourceArn).map(Arn::account).stream().toList(),
            "aws:PrincipalIsAWSService", List.of("true"),
            "aws:PrincipalServiceName", List.of(service));
    Request request =
        Request.of(
            new Principal.Service(service),
            "sts:AssumeRole",
            roleArn,
            CallContext.ofService(now, keys));
    Layers layers = Layers.ofIdentity(List.of()).withResource(role.trust());
    return layers.decide(request) instanceof Decision.Allowed;
  }

  /** Named after the service, as the part before its first dot says it. */
  private static Grants session(TrustedRole role, String service, Instant now) {
    String name = service.substring(0, service.indexOf('.'));
    return new Grants(
        role.role().id(),
        Optional.of(name),
        now,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static AwsError refused(String roleArn, String service) {
    return AwsError.of(
        Fault.ACCESS_DENIED,
        service + " is not authorized to perform: sts:AssumeRole on resource: " + roleArn);
  }
}
