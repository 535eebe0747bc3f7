package dev.maitred.iam.caller;

import dev.maitred.iam.store.Identity;
import dev.maitred.wire.access.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Identities as callers, with the condition keys that come from who they are (IAM user guide, "AWS
 * global condition context keys", properties of the principal and of a role session).
 */
public final class Callers {
  private final String account;

  public Callers(String account) {
    this.account = account;
  }

  /** The root user, by a key of its own or by a session. */
  public Caller root(String accessKeyId, Optional<Grants> session) {
    String arn = "arn:aws:iam::" + account + ":root";
    return caller(Caller.Type.ROOT, arn, arn, account, accessKeyId, session, new HashMap<>());
  }

  /** A user, by a key of its own or by a session. */
  public Caller user(Identity user, String accessKeyId, Optional<Grants> session) {
    Map<String, List<String>> context = new HashMap<>();
    context.put("aws:username", List.of(user.name()));
    putTags(context, tags(user));
    String arn = user.arn(account);
    return caller(Caller.Type.USER, arn, arn, user.id(), accessKeyId, session, context);
  }

  /**
   * A session of a role.
   *
   * @param accessKeyId empty for a service that assumed the role
   */
  public Caller roleSession(Identity role, String accessKeyId, Grants session) {
    Map<String, List<String>> context = new HashMap<>();
    // Session tags win over the role's own tags of the same key in any case.
    Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    tags.putAll(tags(role));
    session.tags().keySet().forEach(tags::remove);
    tags.putAll(session.tags());
    putTags(context, tags);
    session.sourceIdentity().ifPresent(who -> context.put("aws:SourceIdentity", List.of(who)));
    String name = session.sessionName().orElseThrow();
    return caller(
        Caller.Type.ASSUMED_ROLE,
        sessionArn(role, name),
        role.arn(account),
        role.id() + ":" + name,
        accessKeyId,
        Optional.of(session),
        context);
  }

  /** The ARN of a role session, which leaves the role's path out. */
  public String sessionArn(Identity role, String sessionName) {
    return "arn:aws:sts::" + account + ":assumed-role/" + role.name() + "/" + sessionName;
  }

  private Caller caller(
      Caller.Type type,
      String arn,
      String principalArn,
      String userId,
      String accessKeyId,
      Optional<Grants> session,
      Map<String, List<String>> context) {
    context.put("aws:PrincipalArn", List.of(principalArn));
    context.put("aws:PrincipalAccount", List.of(account));
    context.put("aws:PrincipalType", List.of(type.principalType()));
    context.put("aws:PrincipalIsAWSService", List.of("false"));
    context.put("aws:userid", List.of(userId));
    session.ifPresent(grants -> putSession(context, type, grants.issued()));
    return new Caller(type, account, arn, userId, accessKeyId, context);
  }

  private static void putSession(
      Map<String, List<String>> context, Caller.Type type, Instant issued) {
    context.put("aws:TokenIssueTime", List.of(issued.toString()));
    if (type != Caller.Type.ASSUMED_ROLE) {
      context.put("aws:MultiFactorAuthPresent", List.of("false"));
    }
  }

  private static void putTags(Map<String, List<String>> context, Map<String, String> tags) {
    tags.forEach((key, value) -> context.put("aws:PrincipalTag/" + key, List.of(value)));
  }

  /** The tags of a user or role by key; groups have none. */
  public static Map<String, String> tags(Identity identity) {
    List<Tag> tags =
        switch (identity.kind()) {
          case USER -> identity.as(User.class).tags();
          case ROLE -> identity.as(Role.class).tags();
          case GROUP -> List.of();
        };
    Map<String, String> byKey = new HashMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return byKey;
  }
}
