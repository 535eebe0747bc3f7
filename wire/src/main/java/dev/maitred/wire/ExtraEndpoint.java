package dev.maitred.wire;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.http.Limits;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.protocol.ErrorCode;
import dev.maitred.wire.protocol.Protocol;
import dev.maitred.wire.protocol.QueryString;
import dev.maitred.wire.protocol.UriTemplate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's own operations, with errors as restJson has them. */
record ExtraEndpoint(List<ExtraOperation> operations, Protocol protocol, Limits limits)
    implements Endpoint {

  static ExtraEndpoint of(List<ExtraOperation> operations, Limits limits) {
    ServiceModel none =
        new ServiceModel(
            ExtraOperation.SIGNING_NAME,
            "rest-json",
            "",
            "",
            "",
            "",
            ExtraOperation.SIGNING_NAME,
            Map.of(),
            Map.of());
    return new ExtraEndpoint(
        List.copyOf(operations), Protocol.of(none, limits.documentBytes()), limits);
  }

  @Override
  public String name() {
    return ExtraOperation.SIGNING_NAME;
  }

  @Override
  public String signingName() {
    return ExtraOperation.SIGNING_NAME;
  }

  @Override
  public Work open(HttpRequest request, Exchange exchange) {
    for (ExtraOperation operation : operations) {
      Optional<Map<String, String>> labels =
          UriTemplate.parse(operation.path()).labels(request.rawPath());
      if (labels.isPresent() && operation.method().equals(request.method())) {
        exchange.matched(operation.method() + " " + operation.path());
        return work(operation, labels.get(), request, exchange);
      }
    }
    throw AwsError.of(Fault.UNKNOWN_OPERATION, "No operation has this method and path");
  }

  private Work work(
      ExtraOperation operation,
      Map<String, String> labels,
      HttpRequest request,
      Exchange exchange) {
    String body = new String(request.bytes(limits.documentBytes()), StandardCharsets.UTF_8);
    Map<String, String> query = QueryString.parse(request.rawQuery()).firsts();
    var input = new ExtraOperation.Request(labels, query, body);
    return new Work() {
      @Override
      public List<Requirement> requirements() {
        return operation.requirements().apply(input);
      }

      @Override
      public HttpResponse perform() {
        return HttpResponse.of(200, "application/json", operation.answer().apply(input))
            .with("x-amzn-RequestId", exchange.requestId());
      }
    };
  }

  @Override
  public HttpResponse refuse(AwsError error, HttpRequest request, Exchange exchange) {
    return protocol.error(error, Optional.empty(), request, exchange.requestId());
  }

  @Override
  public ErrorCode code(AwsError error, Exchange exchange) {
    return protocol.code(error, Optional.empty());
  }
}
