package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of an error in the JSON protocols. */
final class JsonErrors {
  private JsonErrors() {}

  /** The message alone: restJson says the code in a header. */
  static String message(AwsError error) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("message", Objects.requireNonNullElse(error.getMessage(), ""));
    return body.toString();
  }

  /** Both members, {@code __type} first, as AWS's servers write them. */
  static String body(ErrorCode code, AwsError error) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("__type", code.code());
    body.put("message", Objects.requireNonNullElse(error.getMessage(), ""));
    return body.toString();
  }
}
