package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.shape.ShapeJson;
import dev.maitred.wire.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * restJson: the operation in method and path, its members in path, query, headers and a JSON body.
 */
record RestJson(Routes routes, int documentBytes) implements Protocol {

  static RestJson of(ServiceModel model, int documentBytes) {
    return new RestJson(Routes.of(model), documentBytes);
  }

  @Override
  public boolean knows(HttpRequest request) {
    try {
      return routes
          .find(request, request.rawPath(), QueryString.parse(request.rawQuery()))
          .isPresent();
    } catch (AwsError unreadable) {
      return false;
    }
  }

  @Override
  public Match match(HttpRequest request) {
    QueryString query = QueryString.parse(request.rawQuery());
    Routes.Found found =
        routes
            .find(request, request.rawPath(), query)
            .orElseThrow(() -> Malformed.operation("No operation has this method and path"));
    RestInput input = new RestInput(request, found.labels(), query);
    return new Match(found.operation(), builder -> read(input, builder));
  }

  private SdkPojo read(RestInput input, SdkPojo builder) {
    input.fill(builder);
    JsonInput.fill(JsonInput.object(input.request().bytes(documentBytes)), builder);
    return Shapes.build(builder);
  }

  @Override
  public HttpResponse answer(OperationModel operation, SdkPojo output, String requestId) {
    RestOutput rest = new RestOutput(output);
    List<Header> headers = new ArrayList<>(rest.headers());
    headers.add(new Header("x-amzn-RequestId", requestId));
    byte[] body = new byte[0];
    if (rest.hasBody()) {
      headers.add(new Header("Content-Type", "application/json"));
      body = ShapeJson.writeBody(output).getBytes(StandardCharsets.UTF_8);
    }
    return new HttpResponse(rest.status(operation.status()), headers, new HttpResponse.Bytes(body));
  }

  @Override
  public HttpResponse error(
      AwsError error, Optional<OperationModel> operation, HttpRequest request, String requestId) {
    ErrorCode code = code(error, operation);
    return HttpResponse.of(code.status(), "application/json", JsonErrors.message(error))
        .with("x-amzn-RequestId", requestId)
        .with("x-amzn-ErrorType", code.code());
  }

  @Override
  public ErrorCode code(AwsError error, Optional<OperationModel> operation) {
    return ErrorCode.of(error, operation, fault -> FaultCodes.json(fault, 403));
  }
}
