package dev.maitred.conformance.policies;

import dev.maitred.policy.request.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who asks in a case.
 *
 * @param name as the case tables of the policy engine have it: {@code user}, {@code session}, ...
 * @param oracleName as the oracle has it
 * @param names the principals of policies that mean this caller
 * @param keys the condition keys that such a caller always brings
 */
record Caller(
    String name,
    Principal principal,
    String oracleName,
    List<Map<String, Object>> names,
    Map<String, String> keys) {
  static final String ACCOUNT = "111122223333";
  static final String OTHER_ACCOUNT = "444455556666";

  private static final String USER_ARN = iam("user/analyst");
  private static final String ROLE_ARN = iam("role/ml/trainer");
  private static final String SESSION_ARN = sts("assumed-role/trainer/monday");
  private static final String FEDERATED_ARN = sts("federated-user/analyst");
  private static final String SERVICE = "personalize.amazonaws.com";

  static final Caller USER =
      new Caller(
          "user",
          new Principal.User(USER_ARN, ACCOUNT, "AIDAEXAMPLEEXAMPLE123"),
          USER_ARN,
          List.of(aws(USER_ARN)),
          keys(USER_ARN, "User", Map.of("aws:username", "analyst")));

  static final Caller SESSION =
      new Caller(
          "session",
          new Principal.RoleSession(SESSION_ARN, ACCOUNT, ROLE_ARN, "AROAEXAMPLEEXAMPLE123"),
          SESSION_ARN,
          List.of(aws(SESSION_ARN), aws(ROLE_ARN)),
          keys(ROLE_ARN, "AssumedRole", Map.of("aws:TokenIssueTime", "2026-01-01T08:00:00Z")));

  static final Caller FEDERATED =
      new Caller(
          "federated",
          new Principal.FederatedUser(FEDERATED_ARN, ACCOUNT, USER_ARN),
          FEDERATED_ARN,
          List.of(aws(FEDERATED_ARN), aws(USER_ARN)),
          keys(FEDERATED_ARN, "FederatedUser", Map.of()));

  static final Caller ROOT =
      new Caller(
          "root",
          new Principal.Root("aws", ACCOUNT),
          iam("root"),
          List.of(aws(iam("root"))),
          keys(iam("root"), "Account", Map.of()));

  static final Caller ANONYMOUS =
      new Caller(
          "anonymous",
          new Principal.Anonymous(),
          "anonymous",
          List.of(aws("*")),
          Map.of("aws:PrincipalAccount", "anonymous", "aws:PrincipalType", "Anonymous"));

  static final Caller SERVICE_ITSELF =
      new Caller(
          SERVICE,
          new Principal.Service(SERVICE),
          SERVICE,
          List.of(Map.of("Service", SERVICE)),
          Map.of("aws:PrincipalIsAWSService", "true", "aws:SourceAccount", ACCOUNT));

  private static final List<Caller> ALL =
      List.of(USER, SESSION, FEDERATED, ROOT, ANONYMOUS, SERVICE_ITSELF);

  static Caller named(String name) {
    return ALL.stream().filter(caller -> caller.name.equals(name)).findFirst().orElseThrow();
  }

  /** Whether policies can be attached to it. */
  boolean isIdentity() {
    return this == USER || this == SESSION || this == FEDERATED;
  }

  boolean isSession() {
    return this == SESSION || this == FEDERATED;
  }

  static Map<String, Object> aws(String principal) {
    return Map.of("AWS", principal);
  }

  private static String iam(String resource) {
    return "arn:aws:iam::" + ACCOUNT + ":" + resource;
  }

  private static String sts(String resource) {
    return "arn:aws:sts::" + ACCOUNT + ":" + resource;
  }

  private static Map<String, String> keys(String arn, String type, Map<String, String> more) {
    Map<String, String> keys = new TreeMap<>(more);
    keys.put("aws:PrincipalArn", arn);
    keys.put("aws:PrincipalAccount", ACCOUNT);
    keys.put("aws:PrincipalType", type);
    return keys;
  }
}
