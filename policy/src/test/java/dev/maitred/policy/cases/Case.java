package dev.maitred.policy.cases;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One row of a case table: the policies, the request, and the decision that the guide asks for.
 *
 * <p>What a row leaves out is taken from its file's top level, then from the defaults here. {@code
 * condition} is short for an Allow of everything under that condition; {@code statement} for a
 * policy of one statement; {@code identity} is a list of whole policies. The {@code principal} is a
 * word for one of the principals here, or is written as a policy would name it: {@code {"AWS":
 * "arn:aws:iam::444455556666:user/Bob"}}.
 */
record Case(JsonNode file, JsonNode row) {
  private static final String ACCOUNT = "111122223333";
  private static final String USER = "arn:aws:iam::111122223333:user/analyst";
  private static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:111122223333:campaign/films";

  /** The page of the guide and the row's own name, which is short and may recur elsewhere. */
  String name() {
    return file.get("guide").asString() + ": " + row.get("name").asString();
  }

  /** {@code allowed}, {@code explicitDeny} or {@code implicitDeny}. */
  String expected() {
    return row.get("expect").asString();
  }

  /** The kind of the reason that the first statement's mismatch has, where the row pins it. */
  Optional<String> reason() {
    return Optional.ofNullable(row.get("reason")).map(JsonNode::asString);
  }

  /** The Sid of a statement that the decision rests on, where the row pins it. */
  Optional<String> by() {
    return Optional.ofNullable(row.get("by")).map(JsonNode::asString);
  }

  private Optional<JsonNode> field(String name) {
    return Optional.ofNullable(row.get(name)).or(() -> Optional.ofNullable(file.get(name)));
  }

  private String text(String name, String otherwise) {
    return field(name).map(JsonNode::asString).orElse(otherwise);
  }

  List<String> identity() {
    return Stream.of(row, file)
        .map(Case::identity)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(List.of());
  }

  private static Optional<List<String>> identity(JsonNode node) {
    if (node.has("identity")) {
      return Optional.of(policies(node.get("identity")));
    }
    if (node.has("statement")) {
      return Optional.of(List.of(policy(node.get("statement").toString())));
    }
    if (node.has("condition")) {
      String allow = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":%s}";
      return Optional.of(List.of(policy(allow.formatted(node.get("condition")))));
    }
    if (node.has("denyIf")) {
      String allowBut =
          "[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":%s},"
              + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]";
      return Optional.of(List.of(policy(allowBut.formatted(node.get("denyIf")))));
    }
    return Optional.empty();
  }

  private static String policy(String statement) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}";
  }

  private static List<String> policies(JsonNode array) {
    return array.valueStream().map(JsonNode::toString).toList();
  }

  Optional<String> boundary() {
    return field("boundary").map(JsonNode::toString);
  }

  Optional<List<String>> session() {
    return field("session").map(Case::policies);
  }

  Optional<String> resourcePolicy() {
    return field("resourcePolicy").map(JsonNode::toString);
  }

  Optional<String> trustPolicy() {
    return field("trustPolicy").map(JsonNode::toString);
  }

  String owner() {
    return text("owner", ACCOUNT);
  }

  List<List<String>> serviceControl() {
    return field("serviceControl")
        .map(levels -> levels.valueStream().map(Case::policies).toList())
        .orElse(List.of());
  }

  Request request() {
    return Request.of(
        principal(),
        text("action", "personalize:DescribeCampaign"),
        text("resource", CAMPAIGN),
        context());
  }

  private Context context() {
    Map<String, List<String>> values = new HashMap<>();
    field("context")
        .ifPresent(
            node -> node.properties().forEach(e -> values.put(e.getKey(), values(e.getValue()))));
    return Context.of(values);
  }

  private static List<String> values(JsonNode node) {
    if (!node.isArray()) {
      return List.of(node.asString());
    }
    List<String> values = new ArrayList<>();
    node.forEach(value -> values.add(value.asString()));
    return values;
  }

  private Principal principal() {
    return field("principal").map(Case::principal).orElseGet(() -> known("user"));
  }

  private static Principal principal(JsonNode node) {
    if (node.has("AWS")) {
      return inAccount(Arn.parse(node.get("AWS").asString()).orElseThrow());
    }
    return node.has("Federated")
        ? new Principal.Federated(node.get("Federated").asString())
        : known(node.asString());
  }

  private static Principal inAccount(Arn arn) {
    String[] path = arn.resource().split("/");
    return switch (path[0]) {
      case "root" -> new Principal.Root(arn.partition(), arn.account());
      case "user" -> new Principal.User(arn.toString(), arn.account(), "AIDAEXAMPLEEXAMPLE456");
      case "assumed-role" ->
          new Principal.RoleSession(
              arn.toString(),
              arn.account(),
              "arn:aws:iam::" + arn.account() + ":role/" + path[1],
              "AROAEXAMPLEEXAMPLE456");
      default -> throw new IllegalArgumentException("No principal is known as " + arn);
    };
  }

  private static Principal known(String kind) {
    return switch (kind) {
      case "user" -> new Principal.User(USER, ACCOUNT, "AIDAEXAMPLEEXAMPLE123");
      case "root" -> new Principal.Root("aws", ACCOUNT);
      case "session" ->
          new Principal.RoleSession(
              "arn:aws:sts::111122223333:assumed-role/trainer/monday",
              ACCOUNT,
              "arn:aws:iam::111122223333:role/ml/trainer",
              "AROAEXAMPLEEXAMPLE123");
      case "federated" ->
          new Principal.FederatedUser(
              "arn:aws:sts::111122223333:federated-user/guest", ACCOUNT, USER);
      case "anonymous" -> new Principal.Anonymous();
      default ->
          kind.startsWith("arn:") ? new Principal.Federated(kind) : new Principal.Service(kind);
    };
  }
}
