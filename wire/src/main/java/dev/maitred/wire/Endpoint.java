package dev.maitred.wire;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.protocol.ErrorCode;
import java.util.List;

/**
 * Something behind the signature check that requests are for: one of AWS's services, or the
 * server's own.
 */
interface Endpoint {

  /** The name for logs and the trail, such as {@code personalize-runtime}. */
  String name();

  /** The service in the credential scope of requests for it, such as {@code personalize}. */
  String signingName();

  /** The region that a request signed for {@code scope} is for. */
  default String region(String scope) {
    return scope;
  }

  /**
   * The work that a request asks for, its input read and held against the model.
   *
   * @throws AwsError for a request that names no operation or one that is not built, or whose input
   *     is not well-formed
   */
  Work open(HttpRequest request, Exchange exchange);

  /** An error as this endpoint says it. */
  HttpResponse refuse(AwsError error, HttpRequest request, Exchange exchange);

  /** The code and status of an error here. */
  ErrorCode code(AwsError error, Exchange exchange);

  /** Work that waits for the caller to be allowed it. */
  interface Work {

    /** All that the caller must be allowed; to be asked while the call is current. */
    List<Requirement> requirements();

    /** Does the work; the call is current. */
    HttpResponse perform();
  }
}
