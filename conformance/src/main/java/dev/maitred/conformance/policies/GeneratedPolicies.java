package dev.maitred.conformance.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up policies that often have something to say about one request. */
final class GeneratedPolicies {
  private static final List<Map<String, Object>> STRANGERS =
      List.of(
          Caller.aws("arn:aws:iam::" + Caller.ACCOUNT + ":user/other"),
          Caller.aws("arn:aws:iam::" + Caller.OTHER_ACCOUNT + ":root"),
          Caller.aws("arn:aws:sts::" + Caller.ACCOUNT + ":assumed-role/trainer/tuesday"),
          Map.of("Service", "s3.amazonaws.com"));

  private final Choice choice;
  private final Caller caller;
  private final Target target;
  private final GeneratedConditions conditions;

  GeneratedPolicies(Choice choice, Caller caller, Target target, GeneratedConditions conditions) {
    this.choice = choice;
    this.caller = caller;
    this.target = target;
    this.conditions = conditions;
  }

  /** A policy of an identity, a boundary, a session or an organization. */
  Map<String, Object> policy() {
    return policy(false, true);
  }

  /** A policy of a resource. */
  Map<String, Object> resourcePolicy() {
    return policy(true, true);
  }

  /** A trust policy of a role. */
  Map<String, Object> trustPolicy() {
    return policy(true, false);
  }

  /** The policy that organizations begin with. */
  static Map<String, Object> fullAccess() {
    return document(
        "2012-10-17", List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*")));
  }

  private Map<String, Object> policy(boolean withPrincipal, boolean withResource) {
    List<Map<String, Object>> statements = new ArrayList<>();
    do {
      statements.add(statement(withPrincipal, withResource));
    } while (choice.percent(40) && statements.size() < 4);
    return document(choice.percent(8) ? "2008-10-17" : "2012-10-17", statements);
  }

  private static Map<String, Object> document(
      String version, List<Map<String, Object>> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", version);
    policy.put("Statement", statements);
    return policy;
  }

  private Map<String, Object> statement(boolean withPrincipal, boolean withResource) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", choice.percent(75) ? "Allow" : "Deny");
    if (withPrincipal) {
      boolean not = withResource && choice.percent(8);
      statement.put(not ? "NotPrincipal" : "Principal", principals());
    }
    statement.put(choice.percent(10) ? "NotAction" : "Action", list(actions(withResource)));
    if (withResource) {
      statement.put(choice.percent(10) ? "NotResource" : "Resource", list(target.resources()));
    }
    Map<String, Map<String, Object>> condition = conditions.condition();
    if (!condition.isEmpty()) {
      statement.put("Condition", condition);
    }
    return statement;
  }

  private List<String> actions(boolean withResource) {
    return withResource ? target.actions() : List.of("sts:AssumeRole", "sts:*", "sts:TagSession");
  }

  private Object list(List<String> pool) {
    List<String> chosen = choice.some(pool, 3);
    return chosen.size() == 1 && choice.percent(50) ? chosen.getFirst() : chosen;
  }

  private Object principals() {
    if (choice.percent(15)) {
      return "*";
    }
    List<Map<String, Object>> pool = new ArrayList<>(caller.names());
    pool.addAll(caller.names());
    pool.add(Caller.aws("arn:aws:iam::" + Caller.ACCOUNT + ":root"));
    pool.add(Caller.aws(Caller.ACCOUNT));
    pool.add(choice.of(STRANGERS));
    Map<String, Object> joined = new LinkedHashMap<>();
    for (Map<String, Object> each : choice.some(pool, 3)) {
      each.forEach((type, name) -> joined.merge(type, List.of(name), GeneratedPolicies::both));
    }
    return joined;
  }

  private static Object both(Object one, Object other) {
    List<Object> all = new ArrayList<>((List<?>) one);
    all.addAll((List<?>) other);
    return all;
  }
}
