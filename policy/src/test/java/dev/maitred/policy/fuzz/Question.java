package dev.maitred.policy.fuzz;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy and a request in one text, as the seeds of {@link DecisionFuzzTest} have it.
 *
 * <p>After the policy a line {@code ---}; then the principal, the action and the resource, each on
 * a line; then condition keys as {@code key=value}, again for each further value; a key alone is
 * present without any.
 */
record Question(String policy, Request request) {
  static Question of(String text) {
    String[] halves = text.split("\n---\n", 2);
    String[] lines = halves.length < 2 ? new String[0] : halves[1].split("\n");
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 3; i < lines.length; i++) {
      String[] pair = lines[i].split("=", 2);
      List<String> known = values.computeIfAbsent(Context.fold(pair[0]), _ -> new ArrayList<>());
      if (pair.length > 1) {
        known.add(pair[1]);
      }
    }
    Request request =
        Request.of(principal(line(lines, 0)), line(lines, 1), line(lines, 2), Context.of(values));
    return new Question(halves[0], request);
  }

  private static String line(String[] lines, int index) {
    return index < lines.length ? lines[index] : "";
  }

  private static Principal principal(String text) {
    String account = "111122223333";
    return switch (text) {
      case "root" -> new Principal.Root("aws", account);
      case "session" ->
          new Principal.RoleSession(
              "arn:aws:sts::111122223333:assumed-role/trainer/monday",
              account,
              "arn:aws:iam::111122223333:role/ml/trainer",
              "AROAEXAMPLEEXAMPLE123");
      case "federated" ->
          new Principal.FederatedUser(
              "arn:aws:sts::111122223333:federated-user/guest",
              account,
              "arn:aws:iam::111122223333:user/analyst");
      case "anonymous" -> new Principal.Anonymous();
      case "provider" -> new Principal.Federated("accounts.example.com");
      case "service" -> new Principal.Service("personalize.amazonaws.com");
      default ->
          new Principal.User(
              "arn:aws:iam::111122223333:user/analyst", account, "AIDAEXAMPLEEXAMPLE123");
    };
  }
}
