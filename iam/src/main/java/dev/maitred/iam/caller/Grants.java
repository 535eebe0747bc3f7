package dev.maitred.iam.caller;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What temporary credentials stand for, as it was when they were given out.
 *
 * @param principalId the unique id of the user or role, or the account's id for the root user
 * @param sessionName the name of a role session, empty for sessions of users
 * @param policies session policies given as documents
 * @param policyArns session policies given as ARNs of managed policies, in the version then in
 *     force
 * @param tags session tags
 * @param transitiveTagKeys the keys of those tags that a chained session inherits
 * @param sourceIdentity who stands behind the session, for all sessions chained to it
 */
public record Grants(
    String principalId,
    Optional<String> sessionName,
    Instant issued,
    List<String> policies,
    List<String> policyArns,
    Map<String, String> tags,
    List<String> transitiveTagKeys,
    Optional<String> sourceIdentity) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A session of a user or the root user itself, without anything added or taken away. */
  public static Grants ofUser(String principalId, Instant issued) {
    return new Grants(
        principalId,
        Optional.empty(),
        issued,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /** Whether policies were passed that limit the session. */
  public boolean hasPolicies() {
    return !policies.isEmpty() || !policyArns.isEmpty();
  }

  public String json() {
    return JSON.writeValueAsString(this);
  }

  public static Grants read(String json) {
    return JSON.readValue(json, Grants.class);
  }
}
