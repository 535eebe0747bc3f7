package dev.maitred.conformance.policies;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a case is made of, as short texts: {@code caller root}, {@code layer session}, {@code
 * operator StringNotEquals}, {@code variable without value}, ... They say what a settled difference
 * is about, and group those that are not settled.
 */
final class Traits {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^},]*)(, '[^']*')?}");
  private static final Pattern VARIABLE_BEFORE_TYPE = Pattern.compile("^[^/:$]*\\$\\{[^}]*[/:]");

  private static final Pattern EVERYDAY =
      Pattern.compile(
          "operator on |caller (user|session)|layer |(Allow|Deny) of |resource |no resource|IfExists");

  private final PolicyCase given;
  private final Set<String> traits = new TreeSet<>();

  private Traits(PolicyCase given) {
    this.given = given;
  }

  static Set<String> of(PolicyCase given) {
    Traits traits = new Traits(given);
    traits.ofCase();
    return traits.traits;
  }

  /** Those of them that most cases do not have; all of them if there are none. */
  static Set<String> telling(PolicyCase given) {
    Set<String> all = of(given);
    Set<String> telling = new TreeSet<>(all);
    telling.removeIf(trait -> EVERYDAY.matcher(trait).lookingAt());
    return telling.isEmpty() ? all : telling;
  }

  private void ofCase() {
    String caller = given.caller().name();
    traits.add("caller " + (caller.endsWith(".amazonaws.com") ? "service" : caller));
    if (!given.owner().equals(Caller.ACCOUNT)) {
      traits.add("resource of another account");
    }
    if (given.resource().equals("*")) {
      traits.add("no resource");
    }
    JsonNode json = given.json();
    for (String layer : List.of("identity", "session")) {
      json.path(layer).forEach(policy -> ofPolicy(layer, policy));
    }
    json.path("serviceControl")
        .forEach(level -> level.forEach(policy -> ofPolicy("service control", policy)));
    for (String layer : List.of("boundary", "resourcePolicy", "trustPolicy")) {
      if (json.has(layer)) {
        ofPolicy(layer.replace("Policy", ""), json.get(layer));
      }
    }
  }

  private void ofPolicy(String layer, JsonNode policy) {
    if (policy.path("Version").asString("").startsWith("2008")) {
      traits.add("version 2008");
    }
    policy
        .get("Statement")
        .forEach(
            statement -> {
              traits.add("layer " + layer);
              traits.add(statement.get("Effect").asString() + " of " + layer);
              ofStatement(layer, statement);
            });
  }

  private void ofStatement(String layer, JsonNode statement) {
    for (String element : List.of("NotAction", "NotResource", "NotPrincipal")) {
      if (statement.has(element)) {
        traits.add(element);
      }
    }
    if (statement.has("Principal") && isGrant(statement)) {
      traits.add("grant to this caller");
    }
    for (String element : List.of("Resource", "NotResource")) {
      if (statement.has(element)) {
        PolicyCase.texts(statement.get(element)).forEach(text -> ofResource(layer, text));
      }
    }
    statement
        .path("Condition")
        .properties()
        .forEach(
            operator ->
                operator
                    .getValue()
                    .properties()
                    .forEach(key -> ofCondition(operator.getKey(), key.getKey(), key.getValue())));
  }

  /**
   * Whether it allows something to everyone or to the caller itself, not to its role or account.
   */
  private boolean isGrant(JsonNode statement) {
    JsonNode principal = statement.get("Principal");
    List<String> names =
        principal.isObject()
            ? principal.valueStream().flatMap(type -> PolicyCase.texts(type).stream()).toList()
            : PolicyCase.texts(principal);
    return statement.get("Effect").asString().equals("Allow")
        && (names.contains("*") || names.contains(given.caller().oracleName()));
  }

  private void ofResource(String layer, String text) {
    if (!text.equals("*")) {
      traits.add("resource by name");
      String[] parts = text.split(":", 6);
      if (parts.length < 6) {
        traits.add("short ARN");
        traits.add("short ARN of " + layer);
      } else if (!text.contains(":s3:::") && VARIABLE_BEFORE_TYPE.matcher(parts[5]).find()) {
        traits.add("variable before the resource's type ends");
      }
    }
    ofVariables("Resource", text);
  }

  private void ofCondition(String operator, String key, JsonNode values) {
    List<String> written = PolicyCase.texts(values);
    traits.addAll(ConditionTraits.of(given, operator, key, written));
    written.forEach(text -> ofVariables("Condition", text));
  }

  private void ofVariables(String element, String text) {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      String key = variable.group(1);
      traits.add("variable");
      traits.add("variable in " + element);
      if (variable.group(2) != null) {
        traits.add("variable with default");
      }
      if (key.length() == 1) {
        traits.add("variable for a character");
        continue;
      }
      List<String> here = given.context().getOrDefault(key, List.of());
      boolean list = given.isList(key);
      String values = here.isEmpty() ? "without value" : list ? "of a list" : "of one value";
      traits.add("variable " + values);
      if (here.equals(List.of(""))) {
        traits.add("variable of empty text");
      }
    }
  }
}
