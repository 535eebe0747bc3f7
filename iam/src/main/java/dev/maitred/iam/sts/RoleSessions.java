package dev.maitred.iam.sts;

import dev.maitred.iam.caller.Callers;
import dev.maitred.iam.caller.Grants;
import dev.maitred.iam.caller.Sessions;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.policy.request.Arn;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Sessions of roles. Whether the caller may have one has been decided before. */
public final class RoleSessions implements StsHandler {
  private static final int DEFAULT_SECONDS = 3600;
  private static final int MAX_CHAINED_SECONDS = 3600;

  private final IamStore store;
  private final Sessions sessions;
  private final Callers callers;

  public RoleSessions(IamStore store, Sessions sessions) {
    this.store = store;
    this.sessions = sessions;
    this.callers = new Callers(store.account());
  }

  @Override
  public AssumeRoleResponse assumeRole(AssumeRoleRequest in) {
    Caller caller = Call.current().caller();
    if (caller.type() == Caller.Type.ROOT) {
      throw StsErrors.accessDenied("Roles may not be assumed by root accounts.");
    }
    StsErrors.refuseDevice(in.serialNumber(), in.tokenCode());
    Optional<Grants> calling = sessions.grantsOf(caller);
    Identity role = role(in.roleArn());
    int seconds = seconds(in.durationSeconds(), role, calling.isPresent());
    Grants grants = grants(in, role, calling);
    Optional<Integer> packed = SessionPolicies.packedSize(store, in);
    Sessions.Credentials credentials = sessions.open(grants, grants.issued().plusSeconds(seconds));
    return AssumeRoleResponse.builder()
        .credentials(UserSessions.shown(credentials))
        .assumedRoleUser(
            AssumedRoleUser.builder()
                .assumedRoleId(role.id() + ":" + in.roleSessionName())
                .arn(callers.sessionArn(role, in.roleSessionName()))
                .build())
        .packedPolicySize(packed.orElse(null))
        .sourceIdentity(grants.sourceIdentity().orElse(null))
        .build();
  }

  private Identity role(String arn) {
    String name = Arn.nameIn(arn);
    return store.read(tables -> Lookup.role(tables, name));
  }

  private static int seconds(@Nullable Integer asked, Identity role, boolean chained) {
    int seconds = asked == null ? DEFAULT_SECONDS : asked;
    if (seconds > role.as(Role.class).maxSessionDuration()) {
      throw StsErrors.validation(
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    if (chained && seconds > MAX_CHAINED_SECONDS) {
      throw StsErrors.validation(
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining.");
    }
    return seconds;
  }

  private static Grants grants(AssumeRoleRequest in, Identity role, Optional<Grants> calling) {
    SessionTags tags = SessionTags.of(in, calling);
    Instant now = Lookup.now();
    return new Grants(
        role.id(),
        Optional.of(in.roleSessionName()),
        now,
        Optional.ofNullable(in.policy()).stream().toList(),
        in.policyArns().stream().map(PolicyDescriptorType::arn).toList(),
        tags.tags(),
        tags.transitiveKeys(),
        sourceIdentity(in.sourceIdentity(), calling.flatMap(Grants::sourceIdentity)));
  }

  private static Optional<String> sourceIdentity(
      @Nullable String asked, Optional<String> inherited) {
    if (asked != null && inherited.isPresent() && !inherited.get().equals(asked)) {
      throw StsErrors.accessDenied(
          "The source identity of the calling session is "
              + inherited.get()
              + " and can't be changed for a session chained to it.");
    }
    return inherited.or(() -> Optional.ofNullable(asked));
  }
}
