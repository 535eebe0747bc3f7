package dev.maitred.wire;

import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.protocol.ErrorCode;

/**
 * A service that is not here; its requests are refused in the protocol that they look like.
 *
 * @param name the signing name
 * @param lookalike a service whose protocol is used
 */
record Unserved(String name, Endpoint lookalike) implements Endpoint {

  @Override
  public String signingName() {
    return name;
  }

  @Override
  public Work open(HttpRequest request, Exchange exchange) {
    throw AwsError.of(Fault.UNKNOWN_OPERATION, "The service " + name + " is not served here");
  }

  @Override
  public HttpResponse refuse(AwsError error, HttpRequest request, Exchange exchange) {
    return lookalike.refuse(error, request, exchange);
  }

  @Override
  public ErrorCode code(AwsError error, Exchange exchange) {
    return lookalike.code(error, exchange);
  }
}
