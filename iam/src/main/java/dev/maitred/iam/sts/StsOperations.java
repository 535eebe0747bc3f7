package dev.maitred.iam.sts;

import dev.maitred.iam.caller.Sessions;
import dev.maitred.policy.request.Arn;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/**
 * What each operation of STS requires (service authorization reference, "Actions, resources, and
 * condition keys for AWS Security Token Service").
 */
public final class StsOperations {
  private final Sessions sessions;

  public StsOperations(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The table. */
  public List<Row<?>> rows() {
    return List.of(
        // No policy can give or take these two.
        Row.of(GetCallerIdentityRequest.class, "sts:GetCallerIdentity", in -> List.of()),
        Row.of(GetSessionTokenRequest.class, "sts:GetSessionToken", in -> List.of()),
        Row.of(AssumeRoleRequest.class, "sts:AssumeRole", this::assumeRole));
  }

  private List<Requirement> assumeRole(AssumeRoleRequest in) {
    checkArn(in.roleArn());
    SessionTags tags = SessionTags.of(in, sessions.grantsOf(Call.current().caller()));
    Map<String, List<String>> context = context(in, tags);
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(new Requirement("sts:AssumeRole", in.roleArn(), context));
    if (!tags.tags().isEmpty()) {
      requirements.add(new Requirement("sts:TagSession", in.roleArn(), context));
    }
    if (in.sourceIdentity() != null) {
      requirements.add(new Requirement("sts:SetSourceIdentity", in.roleArn(), context));
    }
    return requirements;
  }

  private static Map<String, List<String>> context(AssumeRoleRequest in, SessionTags tags) {
    Map<String, List<String>> context = new HashMap<>();
    putIfGiven(context, "sts:RoleSessionName", in.roleSessionName());
    putIfGiven(context, "sts:ExternalId", in.externalId());
    putIfGiven(context, "sts:SourceIdentity", in.sourceIdentity());
    if (!tags.tags().isEmpty()) {
      context.put("aws:TagKeys", List.copyOf(tags.tags().keySet()));
      tags.tags().forEach((key, value) -> context.put("aws:RequestTag/" + key, List.of(value)));
    }
    if (!tags.transitiveKeys().isEmpty()) {
      context.put("sts:TransitiveTagKeys", tags.transitiveKeys());
    }
    return context;
  }

  private static void putIfGiven(
      Map<String, List<String>> context, String key, @Nullable String value) {
    if (value != null) {
      context.put(key, List.of(value));
    }
  }

  private static void checkArn(String text) {
    boolean valid =
        Arn.parse(text)
            .filter(arn -> !arn.partition().isEmpty() && !arn.service().isEmpty())
            .isPresent();
    if (!valid) {
      throw StsErrors.validation(text + " is invalid");
    }
  }
}
