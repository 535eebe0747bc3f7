package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** awsQuery: the operation and its input as a form's parameters, the answer as XML. */
record AwsQuery(ServiceModel model, int documentBytes) implements Protocol {

  @Override
  public boolean knows(HttpRequest request) {
    return request.rawPath().equals("/")
            && (request.rawQuery() + "&").contains("Version=" + model.apiVersion() + "&")
        || request
            .header("Content-Type")
            .orElse("")
            .startsWith("application/x-www-form-urlencoded");
  }

  @Override
  public Match match(HttpRequest request) {
    Form form = Form.parse(parameters(request));
    return new Match(operation(form), builder -> FormInput.read(form, builder));
  }

  private String parameters(HttpRequest request) {
    byte[] body = request.bytes(documentBytes);
    return request.rawQuery() + "&" + new String(body, StandardCharsets.UTF_8);
  }

  private OperationModel operation(Form form) {
    String action = text(form.child("Action"));
    String version = text(form.child("Version"));
    OperationModel operation =
        version.equals(model.apiVersion()) ? model.operations().get(action) : null;
    if (operation == null) {
      throw Malformed.operation("Could not find operation " + action + " for version " + version);
    }
    return operation;
  }

  private static String text(@Nullable Form node) {
    return node == null ? "" : Objects.requireNonNullElse(node.value(), "");
  }

  @Override
  public HttpResponse answer(OperationModel operation, SdkPojo output, String requestId) {
    String response = operation.name() + "Response";
    Xml xml = new Xml().open(response, "xmlns", model.xmlNamespace());
    if (operation.hasOutput()) {
      xml.open(operation.name() + "Result");
      new XmlOutput(xml).members(output);
      xml.close(operation.name() + "Result");
    }
    xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
    return document(200, xml.close(response), requestId);
  }

  private static HttpResponse document(int status, Xml xml, String requestId) {
    return HttpResponse.of(status, "text/xml", xml.toString()).with("x-amzn-RequestId", requestId);
  }

  @Override
  public HttpResponse error(
      AwsError error, Optional<OperationModel> operation, HttpRequest request, String requestId) {
    ErrorCode code = code(error, operation);
    Xml xml = new Xml().open("ErrorResponse", "xmlns", model.xmlNamespace()).open("Error");
    xml.element("Type", code.status() < 500 ? "Sender" : "Receiver");
    xml.element("Code", code.code());
    xml.element("Message", Objects.requireNonNullElse(error.getMessage(), ""));
    xml.close("Error").element("RequestId", requestId);
    return document(code.status(), xml.close("ErrorResponse"), requestId);
  }

  @Override
  public ErrorCode code(AwsError error, Optional<OperationModel> operation) {
    return ErrorCode.of(error, operation, FaultCodes::query);
  }
}
