package dev.maitred.wire.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the operations and shapes of a C2J file. */
record ModelReader(JsonNode json) {

  OperationModel operation(String name, JsonNode operation) {
    JsonNode http = operation.path("http");
    JsonNode output = operation.path("output");
    return new OperationModel(
        name,
        http.path("method").asString("POST"),
        http.path("requestUri").asString("/"),
        text(http.path("requestHeader")),
        http.path("responseCode").asInt(200),
        text(operation.path("input").path("shape")),
        text(output.path("locationName")),
        !output.isMissingNode(),
        operation.path("errors").valueStream().map(this::error).toList());
  }

  private ErrorModel error(JsonNode reference) {
    String shape = reference.path("shape").asString();
    JsonNode error =
        reference.has("error") ? reference.path("error") : json.path(shape).path("error");
    return new ErrorModel(
        shape, error.path("code").asString(shape), error.path("httpStatusCode").asInt(400));
  }

  Map<String, ShapeModel> shapes() {
    Map<String, ShapeModel> shapes = new LinkedHashMap<>();
    json.properties()
        .forEach(entry -> shapes.put(entry.getKey(), shape(entry.getKey(), entry.getValue())));
    return shapes;
  }

  private static ShapeModel shape(String name, JsonNode shape) {
    return new ShapeModel(
        name,
        shape.path("type").asString(),
        number(shape.path("min")),
        number(shape.path("max")),
        text(shape.path("pattern")),
        strings(shape.path("enum")),
        Set.copyOf(new LinkedHashSet<>(strings(shape.path("required")))),
        members(shape),
        shape.path("sensitive").asBoolean(false));
  }

  private static Map<String, String> members(JsonNode shape) {
    Map<String, String> members = new LinkedHashMap<>();
    shape
        .path("members")
        .properties()
        .forEach(entry -> members.put(entry.getKey(), entry.getValue().path("shape").asString()));
    for (String part : List.of("member", "key", "value")) {
      text(shape.path(part).path("shape")).ifPresent(target -> members.put(part, target));
    }
    return members;
  }

  private static Optional<BigDecimal> number(JsonNode json) {
    return json.isNumber() ? Optional.of(json.decimalValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode json) {
    return json.isString() ? Optional.of(json.asString()) : Optional.empty();
  }

  private static List<String> strings(JsonNode json) {
    return json.valueStream().map(JsonNode::asString).toList();
  }
}
