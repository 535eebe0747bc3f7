package dev.maitred.policy.explain;

import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a statement that allows one request: its action on its resource, as it was asked. */
final class NarrowAllow {
  private static final JsonFactory JSON = new JsonFactory();

  /** Those of an ARN, before the resource's own part. */
  private static final int COLONS = 5;

  private final Layer layer;
  private final Request request;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text);

  private NarrowAllow(Layer layer, Request request) {
    this.layer = layer;
    this.request = request;
  }

  /** The statement for a policy of this layer. */
  static AllowingStatement of(Layer layer, Request request) {
    return new AllowingStatement(layer, new NarrowAllow(layer, request).write());
  }

  private String write() {
    json.writeStartObject();
    json.writeStringProperty("Effect", "Allow");
    if (layer == Layer.RESOURCE || layer == Layer.ROLE_TRUST) {
      principal();
    }
    json.writeStringProperty("Action", request.action());
    if (layer != Layer.ROLE_TRUST) {
      json.writeStringProperty(
          "Resource", request.onEveryResource() ? request.resource() : resource());
    }
    condition(TellingKeys.of(request.context()));
    json.writeEndObject();
    json.close();
    return text.toString();
  }

  /** Its ARN; before the fifth colon there are no variables, and a wildcard matches itself. */
  private String resource() {
    int last = 0;
    for (int colon = 0; colon < COLONS; colon++) {
      last = request.resource().indexOf(':', last) + 1;
    }
    return request.resource().substring(0, last) + literal(request.resource().substring(last));
  }

  private void principal() {
    switch (request.principal()) {
      case Principal.Anonymous _ -> json.writeStringProperty("Principal", "*");
      case Principal.Service service -> principal("Service", service.name());
      case Principal.Federated federated -> principal("Federated", federated.provider());
      case Principal.RoleSession session -> principal("AWS", session.roleArn());
      case Principal.Root _, Principal.User _, Principal.FederatedUser _ ->
          principal("AWS", request.principal().arn());
    }
  }

  private void principal(String kind, String name) {
    json.writeObjectPropertyStart("Principal");
    json.writeStringProperty(kind, name);
    json.writeEndObject();
  }

  private void condition(TellingKeys keys) {
    if (!keys.isEmpty()) {
      json.writeObjectPropertyStart("Condition");
      comparison("StringEquals", keys.single());
      comparison("ForAllValues:StringEquals", keys.multivalued());
      // A set operator holds for a request without the key, too.
      SortedMap<String, List<String>> present = new TreeMap<>();
      keys.multivalued().keySet().forEach(key -> present.put(key, List.of("false")));
      comparison("Null", present);
      json.writeEndObject();
    }
  }

  private void comparison(String operator, Map<String, List<String>> keys) {
    if (!keys.isEmpty()) {
      json.writeObjectPropertyStart(operator);
      keys.forEach(
          (key, values) -> {
            json.writeName(key);
            values(values);
          });
      json.writeEndObject();
    }
  }

  private void values(List<String> values) {
    if (values.size() == 1) {
      json.writeString(literal(values.getFirst()));
      return;
    }
    json.writeStartArray();
    values.forEach(value -> json.writeString(literal(value)));
    json.writeEndArray();
  }

  /** A text in which no wildcard and no variable is found. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = c == '*' || c == '?' || text.startsWith("${", i);
      literal.append(special ? "${" + c + "}" : c);
    }
    return literal.toString();
  }
}
