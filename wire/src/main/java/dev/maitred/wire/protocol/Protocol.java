package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** How a service's requests, answers and errors look as HTTP messages. */
public sealed interface Protocol permits AwsJson, RestJson, AwsQuery, RestXml {

  /** The protocol that a service's model names. */
  static Protocol of(ServiceModel model, int documentBytes) {
    return switch (model.protocol()) {
      case "json" -> new AwsJson(model, documentBytes);
      case "rest-json" -> RestJson.of(model, documentBytes);
      case "rest-xml" -> RestXml.of(model, documentBytes);
      case "query" -> new AwsQuery(model, documentBytes);
      default ->
          throw new IllegalArgumentException(
              model.name()
                  + " has the protocol "
                  + model.protocol()
                  + ", which is not spoken here");
    };
  }

  /** Whether a request looks like one to this service. */
  boolean knows(HttpRequest request);

  /**
   * The operation that a request names, and its input.
   *
   * @throws AwsError with {@code UNKNOWN_OPERATION} if the model has none such, and with {@code
   *     MALFORMED_BODY} or {@code TOO_LARGE} if what had to be read for that could not be
   */
  Match match(HttpRequest request);

  /** The answer to an operation that succeeded. */
  HttpResponse answer(OperationModel operation, SdkPojo output, String requestId);

  /** The answer to an operation that succeeded and whose body is a stream. */
  default HttpResponse stream(
      OperationModel operation, SdkPojo output, InputStream bytes, String requestId) {
    throw new IllegalStateException(operation.name() + " has no streamed answer in its protocol");
  }

  /**
   * The answer to a request that was refused or failed.
   *
   * @param operation what it was about, where that became known
   */
  HttpResponse error(
      AwsError error, Optional<OperationModel> operation, HttpRequest request, String requestId);

  /**
   * The code and status that an error has in this protocol, for the log and the trail as for the
   * answer.
   */
  ErrorCode code(AwsError error, Optional<OperationModel> operation);
}
