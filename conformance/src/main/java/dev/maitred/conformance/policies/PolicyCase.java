package dev.maitred.conformance.policies;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.explain.Explanation;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.PolicySyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request and the policies that have a say in it, as JSON in the form of a row of the policy
 * engine's case tables.
 */
record PolicyCase(ObjectNode json) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  static PolicyCase of(Map<String, Object> given) {
    return new PolicyCase((ObjectNode) MAPPER.<JsonNode>valueToTree(given));
  }

  static PolicyCase parse(String json) {
    return new PolicyCase((ObjectNode) MAPPER.readTree(json));
  }

  Caller caller() {
    return Caller.named(json.get("principal").asString());
  }

  String resource() {
    return json.get("resource").asString();
  }

  /**
   * The account that the resource is in: as given where the resource has a policy, else as its ARN
   * says, else the caller's, which is how the engine sees it.
   */
  String owner() {
    if (json.has("resourcePolicy") || json.has("trustPolicy")) {
      return json.get("owner").asString();
    }
    return Arn.parse(resource())
        .map(Arn::account)
        .filter(account -> !account.isEmpty())
        .orElse(Caller.ACCOUNT);
  }

  /** What the policy engine decides. */
  Verdict verdict() {
    try {
      return Verdict.named(Explanation.of(layers().decide(request())).verdict());
    } catch (PolicySyntaxException _) {
      return Verdict.REFUSED;
    }
  }

  /** The line that the oracle's process is sent. */
  String question() {
    ObjectNode question = json.deepCopy();
    question.put("principal", caller().oracleName());
    question.put("owner", owner());
    return question.toString();
  }

  private Request request() {
    return Request.of(
        caller().principal(), json.get("action").asString(), resource(), Context.of(context()));
  }

  /** The condition keys, found whatever their case. */
  Map<String, List<String>> context() {
    Map<String, List<String>> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    json.path("context")
        .properties()
        .forEach(entry -> context.put(entry.getKey(), texts(entry.getValue())));
    return context;
  }

  /** Whether a key is given as a list, as are those that may have several values. */
  boolean isList(String key) {
    return json.path("context").properties().stream()
        .anyMatch(entry -> entry.getKey().equalsIgnoreCase(key) && entry.getValue().isArray());
  }

  /** The texts of a list, or the one text that stands for a list of one. */
  static List<String> texts(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asString).toList()
        : List.of(node.asString());
  }

  private Layers layers() {
    Layers layers = Layers.ofIdentity(attached(json.path("identity")));
    if (json.has("boundary")) {
      layers = layers.withBoundary(attached(json.get("boundary").toString()));
    }
    if (json.has("session")) {
      layers = layers.withSession(attached(json.get("session")));
    }
    if (json.has("resourcePolicy")) {
      Policy policy = Policy.parse(json.get("resourcePolicy").toString());
      layers = layers.withResource(ResourcePolicy.of(policy, owner()));
    }
    if (json.has("trustPolicy")) {
      Policy policy = Policy.parse(json.get("trustPolicy").toString());
      layers = layers.withResource(ResourcePolicy.trust(policy, owner()));
    }
    return layers.withServiceControl(
        json.path("serviceControl").valueStream().map(PolicyCase::attached).toList());
  }

  private static List<AttachedPolicy> attached(JsonNode policies) {
    return policies.valueStream().map(policy -> attached(policy.toString())).toList();
  }

  private static AttachedPolicy attached(String policy) {
    return new AttachedPolicy(new PolicySource.ByName("given"), Policy.parse(policy));
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
