package dev.maitred.wire.model;

import java.util.List;
import java.util.Optional;

/**
 * An operation of a service.
 *
 * @param name such as {@code CreateSchema}
 * @param method the HTTP method
 * @param uri the path template with its fixed query, such as {@code /{Bucket}/{Key+}?tagging}
 * @param header a header without which the request means another operation, empty if there is none
 * @param status the HTTP status of success
 * @param input the shape of its input, empty if it has none
 * @param output the XML element around its answer where that has a name of its own, else empty
 * @param hasOutput whether it declares an output shape
 * @param errors what it declares that it may answer with
 */
public record OperationModel(
    String name,
    String method,
    String uri,
    Optional<String> header,
    int status,
    Optional<String> input,
    Optional<String> output,
    boolean hasOutput,
    List<ErrorModel> errors) {

  /** The error that it declares under this code or shape name. */
  public Optional<ErrorModel> error(String code) {
    return errors.stream()
        .filter(error -> error.code().equals(code) || error.shape().equals(code))
        .findFirst();
  }
}
