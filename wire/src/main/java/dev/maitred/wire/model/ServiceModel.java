package dev.maitred.wire.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's model.
 *
 * @param name such as {@code personalize-2018-05-22}
 * @param protocol AWS's name of its protocol: {@code json}, {@code rest-json}, {@code query} or
 *     {@code rest-xml}
 * @param apiVersion such as {@code 2010-05-08}
 * @param jsonVersion {@code 1.0} or {@code 1.1} for {@code json}, else empty
 * @param targetPrefix what precedes the operation's name in {@code X-Amz-Target}, empty if the
 *     protocol has no such header
 * @param xmlNamespace the namespace of its XML answers, empty if they have none
 * @param signingName the service in the credential scope, such as {@code personalize}
 * @param operations by name
 * @param shapes by name; empty for a model that has only operations
 */
public record ServiceModel(
    String name,
    String protocol,
    String apiVersion,
    String jsonVersion,
    String targetPrefix,
    String xmlNamespace,
    String signingName,
    Map<String, OperationModel> operations,
    Map<String, ShapeModel> shapes) {

  /**
   * The model that the class path holds as {@code models/NAME-model.json}, with what {@code
   * models/NAME-additions.json} adds to it: AWS no longer brings the published C2J files up to
   * date.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ServiceModel load(String name) {
    JsonMapper mapper = JsonMapper.shared();
    try (InputStream published = resource(name + "-model.json");
        InputStream additions = resource(name + "-additions.json")) {
      if (published == null) {
        throw new IllegalArgumentException("There is no service model named " + name);
      }
      JsonNode model = mapper.readTree(published);
      return of(
          name, additions == null ? model : mapper.readerForUpdating(model).readValue(additions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream resource(String file) {
    return ServiceModel.class.getResourceAsStream("/models/" + file);
  }

  private static ServiceModel of(String name, JsonNode model) {
    JsonNode metadata = model.path("metadata");
    ModelReader reader = new ModelReader(model.path("shapes"));
    return new ServiceModel(
        name,
        metadata.path("protocol").asString(""),
        metadata.path("apiVersion").asString(""),
        metadata.path("jsonVersion").asString(""),
        metadata.path("targetPrefix").asString(""),
        metadata.path("xmlNamespace").asString(""),
        metadata.path("signingName").asString(metadata.path("endpointPrefix").asString("")),
        operations(model.path("operations"), reader),
        reader.shapes());
  }

  private static Map<String, OperationModel> operations(JsonNode json, ModelReader reader) {
    Map<String, OperationModel> operations = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry ->
                operations.put(entry.getKey(), reader.operation(entry.getKey(), entry.getValue())));
    return operations;
  }
}
