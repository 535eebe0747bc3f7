package dev.maitred.wire;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.http.Limits;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.protocol.ErrorCode;
import dev.maitred.wire.protocol.Match;
import dev.maitred.wire.protocol.Protocol;
import dev.maitred.wire.shape.Shapes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/** One of AWS's services, spoken to in its own protocol. */
record AwsEndpoint(
    ServiceModel model,
    Protocol protocol,
    Operations operations,
    Optional<String> onlyRegion,
    Limits limits)
    implements Endpoint {

  static AwsEndpoint of(AwsService service, Limits limits) {
    ServiceModel model = ServiceModel.load(service.model());
    Protocol protocol = Protocol.of(model, limits.documentBytes());
    return new AwsEndpoint(
        model, protocol, Operations.of(service, model), service.onlyRegion(), limits);
  }

  @Override
  public String name() {
    return model.name().substring(0, model.name().length() - "-yyyy-mm-dd".length());
  }

  @Override
  public String signingName() {
    return model.signingName();
  }

  @Override
  public String region(String scope) {
    return onlyRegion.orElse(scope);
  }

  @Override
  public Work open(HttpRequest request, Exchange exchange) {
    Match match = protocol.match(request);
    exchange.matched(match.operation());
    Operation operation = built(match.operation());
    SdkPojo input = match.input().read(Shapes.builder(operation.input()));
    if (operation.form() != Operation.Form.UPLOAD) {
      request.bytes(limits.documentBytes());
    }
    operation.constraints().check(input);
    return new OperationWork(operation, input, request, exchange.requestId());
  }

  private Operation built(OperationModel operation) {
    return operations
        .named(operation.name())
        .orElseThrow(
            () ->
                AwsError.of(
                    Fault.NOT_BUILT,
                    "The operation " + operation.name() + " of " + name() + " is not built yet"));
  }

  @Override
  public HttpResponse refuse(AwsError error, HttpRequest request, Exchange exchange) {
    return protocol.error(error, exchange.operation(), request, exchange.requestId());
  }

  @Override
  public ErrorCode code(AwsError error, Exchange exchange) {
    return protocol.code(error, exchange.operation());
  }

  private final class OperationWork implements Work {
    private final Operation operation;
    private final SdkPojo input;
    private final HttpRequest request;
    private final String requestId;

    OperationWork(Operation operation, SdkPojo input, HttpRequest request, String requestId) {
      this.operation = operation;
      this.input = input;
      this.request = request;
      this.requestId = requestId;
    }

    @Override
    public List<Requirement> requirements() {
      return operation.requirements(input);
    }

    @Override
    public HttpResponse perform() {
      return switch (operation.form()) {
        case PLAIN -> answer(operation.handle(input));
        case UPLOAD -> answer(operation.handle(input, Upload.of(request, limits.streamBytes())));
        case DOWNLOAD -> (HttpResponse) operation.handle(input, download());
      };
    }

    private HttpResponse answer(Object output) {
      return protocol.answer(operation.model(), (SdkPojo) output, requestId);
    }

    /**
     * Makes the answer of what the handler hands over; the bytes are sent, and their stream closed,
     * afterwards.
     */
    private ResponseTransformer<?, HttpResponse> download() {
      return (output, bytes) ->
          protocol.stream(operation.model(), (SdkPojo) output, bytes, requestId);
    }
  }
}
