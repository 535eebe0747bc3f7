package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.shape.ShapeJson;
import dev.maitred.wire.shape.Shapes;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** awsJson 1.0 and 1.1: the operation in {@code X-Amz-Target}, input and output as JSON objects. */
record AwsJson(ServiceModel model, int documentBytes) implements Protocol {

  @Override
  public boolean knows(HttpRequest request) {
    return request.header("X-Amz-Target").orElse("").startsWith(model.targetPrefix() + ".");
  }

  @Override
  public Match match(HttpRequest request) {
    OperationModel operation = operation(request);
    return new Match(operation, builder -> read(request, builder));
  }

  private OperationModel operation(HttpRequest request) {
    String target = request.header("X-Amz-Target").orElse("");
    String prefix = model.targetPrefix() + ".";
    OperationModel operation =
        target.startsWith(prefix) && request.method().equals("POST")
            ? model.operations().get(target.substring(prefix.length()))
            : null;
    if (operation == null) {
      throw Malformed.operation("The operation " + target + " is not known");
    }
    return operation;
  }

  private SdkPojo read(HttpRequest request, SdkPojo builder) {
    JsonInput.fill(JsonInput.object(request.bytes(documentBytes)), builder);
    return Shapes.build(builder);
  }

  @Override
  public HttpResponse answer(OperationModel operation, SdkPojo output, String requestId) {
    String body = operation.hasOutput() ? ShapeJson.write(output) : "";
    return HttpResponse.of(200, contentType(), body).with("x-amzn-RequestId", requestId);
  }

  private String contentType() {
    return "application/x-amz-json-" + model.jsonVersion();
  }

  @Override
  public HttpResponse error(
      AwsError error, Optional<OperationModel> operation, HttpRequest request, String requestId) {
    ErrorCode code = code(error, operation);
    return HttpResponse.of(code.status(), contentType(), JsonErrors.body(code, error))
        .with("x-amzn-RequestId", requestId)
        .with("x-amzn-ErrorType", code.code());
  }

  @Override
  public ErrorCode code(AwsError error, Optional<OperationModel> operation) {
    return ErrorCode.of(error, operation, fault -> FaultCodes.json(fault, 400));
  }
}
