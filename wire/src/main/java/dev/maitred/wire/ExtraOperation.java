package dev.maitred.wire;

import dev.maitred.wire.access.Requirement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An operation of the server's own beside AWS's: JSON over HTTP under {@code /maitred/}, signed
 * with the service name {@code maitred} and refused like any other without an allowing decision.
 *
 * @param method the HTTP method
 * @param path a template such as {@code /maitred/decisions/{requestId}}
 * @param requirements everything that the caller must be allowed, such as {@code
 *     maitred:GetDecision} on the ARN of the decision
 * @param answer gives the JSON text of the answer; the call is current
 */
public record ExtraOperation(
    String method,
    String path,
    Function<Request, List<Requirement>> requirements,
    Function<Request, String> answer) {

  /** The prefix of every such path. */
  public static final String PREFIX = "/maitred/";

  /** The service name in the credential scope. */
  public static final String SIGNING_NAME = "maitred";

  public ExtraOperation {
    if (!path.startsWith(PREFIX)) {
      throw new IllegalArgumentException("The path " + path + " must begin with " + PREFIX);
    }
  }

  /**
   * A request for it.
   *
   * @param labels the labels of the path, decoded
   * @param query the first value of each query parameter, decoded
   * @param body the body as text, empty if there was none
   */
  public record Request(Map<String, String> labels, Map<String, String> query, String body) {}
}
