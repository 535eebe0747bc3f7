package dev.maitred.wire;

import dev.maitred.wire.http.HttpRequest;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** The body of an operation that streams its input. */
final class Upload {
  private Upload() {}

  /**
   * The request's body with its decoded length; it can be opened once.
   *
   * @throws AwsError if the request does not say its length or says more than {@code most}
   */
  static RequestBody of(HttpRequest request, long most) {
    long length = length(request);
    if (length > most) {
      throw AwsError.of(Fault.TOO_LARGE, "Your proposed upload exceeds the maximum allowed size");
    }
    String type = request.header("Content-Type").orElse("application/octet-stream");
    return RequestBody.fromContentProvider(request::body, length, type);
  }

  private static long length(HttpRequest request) {
    Optional<String> length =
        request.header("x-amz-decoded-content-length").or(() -> request.header("Content-Length"));
    try {
      return Long.parseUnsignedLong(length.orElse(""));
    } catch (NumberFormatException e) {
      throw AwsError.of(
          "MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
    }
  }
}
