package dev.maitred.conformance.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up cases; the same for the same seed. */
final class GeneratedCases {
  private static final List<Caller> CALLERS =
      List.of(
          Caller.USER,
          Caller.USER,
          Caller.USER,
          Caller.USER,
          Caller.SESSION,
          Caller.SESSION,
          Caller.SESSION,
          Caller.FEDERATED,
          Caller.ANONYMOUS,
          Caller.SERVICE_ITSELF);
  private static final int ROOT_PERCENT = 1;
  private static final long APART = 0x9E3779B97F4A7C15L;

  private GeneratedCases() {}

  static Stream<PolicyCase> of(long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> one(new Choice(seed + APART * (number + 1))));
  }

  private static PolicyCase one(Choice choice) {
    Caller caller = choice.percent(ROOT_PERCENT) ? Caller.ROOT : choice.of(CALLERS);
    String owner = choice.percent(18) ? Caller.OTHER_ACCOUNT : Caller.ACCOUNT;
    Target target = choice.of(Target.ALL).in(owner);
    GeneratedConditions conditions = new GeneratedConditions(choice, caller);
    GeneratedPolicies policies = new GeneratedPolicies(choice, caller, target, conditions);

    Map<String, Object> given = new LinkedHashMap<>();
    given.put("principal", caller.name());
    given.put("action", target.action());
    given.put("resource", target.resource());
    given.put("owner", owner);
    given.put("context", conditions.context());
    if (caller.isIdentity()) {
      given.put("identity", several(choice, policies));
      if (choice.percent(20)) {
        given.put("boundary", policies.policy());
      }
      if (caller.isSession() && choice.percent(caller == Caller.FEDERATED ? 85 : 25)) {
        given.put("session", List.of(policies.policy()));
      }
    }
    if (caller != Caller.ANONYMOUS && choice.percent(15)) {
      given.put("serviceControl", levels(choice, policies));
    }
    if (target.action().equals(Target.ASSUME_ROLE.action())) {
      given.put("trustPolicy", policies.trustPolicy());
    } else if (target.hasResource() && choice.percent(caller.isIdentity() ? 40 : 90)) {
      given.put("resourcePolicy", policies.resourcePolicy());
    }
    return PolicyCase.of(given);
  }

  private static List<Object> several(Choice choice, GeneratedPolicies policies) {
    List<Object> several = new ArrayList<>();
    while (several.size() < 3 && choice.percent(several.isEmpty() ? 90 : 30)) {
      several.add(policies.policy());
    }
    return several;
  }

  private static List<Object> levels(Choice choice, GeneratedPolicies policies) {
    List<Object> levels = new ArrayList<>();
    do {
      levels.add(
          choice.percent(70)
              ? List.of(GeneratedPolicies.fullAccess(), policies.policy())
              : List.of(policies.policy()));
    } while (choice.percent(30) && levels.size() < 3);
    return levels;
  }
}
