package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.shape.Shapes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * restXml as S3 speaks it: the bucket in the path or in the host's name, members in path, query,
 * headers and XML.
 */
record RestXml(Routes routes, String namespace, int documentBytes) implements Protocol {

  static RestXml of(ServiceModel model, int documentBytes) {
    return new RestXml(Routes.of(model), model.xmlNamespace(), documentBytes);
  }

  @Override
  public boolean knows(HttpRequest request) {
    return true;
  }

  @Override
  public Match match(HttpRequest request) {
    QueryString query = QueryString.parse(request.rawQuery());
    Routes.Found found =
        routes
            .find(request, BucketHost.path(request), query)
            .orElseThrow(
                () ->
                    Malformed.operation(
                        "The specified method is not allowed against this resource."));
    RestInput input = new RestInput(request, found.labels(), query);
    return new Match(found.operation(), builder -> read(input, builder));
  }

  private SdkPojo read(RestInput input, SdkPojo builder) {
    input.fill(builder);
    Optional<SdkField<?>> payload = RestOutput.payload(builder);
    if (payload.isPresent()) {
      read(payload.get(), input.request().bytes(documentBytes), builder);
    }
    return Shapes.build(builder);
  }

  private static void read(SdkField<?> payload, byte[] body, SdkPojo builder) {
    switch (payload.marshallingType().getKnownType()) {
      case STRING -> payload.set(builder, new String(body, StandardCharsets.UTF_8));
      case SDK_POJO -> {
        if (body.length > 0) {
          payload.set(builder, XmlInput.structure(payload, root(payload, body)));
        }
      }
      default ->
          throw new IllegalArgumentException("No body is of the type of " + payload.memberName());
    }
  }

  private static XmlElement root(SdkField<?> payload, byte[] body) {
    XmlElement root = XmlElement.parse(body);
    if (!root.name().equals(payload.locationName())) {
      throw Malformed.body("The root element must be " + payload.locationName());
    }
    return root;
  }

  @Override
  public HttpResponse answer(OperationModel operation, SdkPojo output, String requestId) {
    RestOutput rest = new RestOutput(output);
    return new HttpResponse(
        rest.status(operation.status()), headers(rest, requestId), content(operation, rest));
  }

  /** An answer whose body is a stream; a part of the whole if it says a range. */
  @Override
  public HttpResponse stream(
      OperationModel operation, SdkPojo output, InputStream bytes, String requestId) {
    RestOutput rest = new RestOutput(output);
    List<Header> headers = headers(rest, requestId);
    boolean part = headers.stream().anyMatch(header -> header.name().equals("Content-Range"));
    return new HttpResponse(
        part ? 206 : operation.status(),
        headers,
        new HttpResponse.Stream(bytes, rest.contentLength()));
  }

  private static List<Header> headers(RestOutput rest, String requestId) {
    List<Header> headers = new ArrayList<>(rest.headers());
    headers.addAll(ids(requestId));
    return headers;
  }

  /** S3's two ids; the second is opaque to clients and says no more than the first. */
  private static List<Header> ids(String requestId) {
    return List.of(
        new Header("x-amz-request-id", requestId),
        new Header("x-amz-id-2", hostId(requestId)),
        new Header("x-amzn-RequestId", requestId));
  }

  private static String hostId(String requestId) {
    return Base64.getEncoder().encodeToString(requestId.getBytes(StandardCharsets.US_ASCII));
  }

  private HttpResponse.Content content(OperationModel operation, RestOutput rest) {
    if (operation.method().equals("HEAD")) {
      return new HttpResponse.Omitted(rest.contentLength().orElse(0));
    }
    return new HttpResponse.Bytes(
        rest.hasBody() ? body(operation, rest).getBytes(StandardCharsets.UTF_8) : new byte[0]);
  }

  private String body(OperationModel operation, RestOutput rest) {
    Optional<SdkField<?>> payload = rest.payload();
    if (payload.isEmpty()) {
      String root = operation.output().orElse(operation.name() + "Result");
      return document(root, rest.output());
    }
    Object value = Shapes.value(payload.get(), rest.output());
    return value instanceof SdkPojo shape
        ? document(payload.get().unmarshallLocationName(), shape)
        : text(operation, Objects.requireNonNullElse(value, ""));
  }

  private String document(String root, SdkPojo shape) {
    Xml xml = Xml.document().open(root, "xmlns", namespace);
    new XmlOutput(xml).members(shape);
    return xml.close(root).toString();
  }

  /** A body of text: bare, or in the element that the operation names. */
  private String text(OperationModel operation, Object value) {
    return operation
        .output()
        .map(
            root ->
                Xml.document()
                    .open(root, "xmlns", namespace)
                    .content(value.toString())
                    .close(root)
                    .toString())
        .orElse(value.toString());
  }

  @Override
  public HttpResponse error(
      AwsError error, Optional<OperationModel> operation, HttpRequest request, String requestId) {
    ErrorCode code = code(error, operation);
    boolean bare = request.method().equals("HEAD") || code.status() == 304;
    List<Header> headers = new ArrayList<>(ids(requestId));
    headers.add(new Header("Content-Type", "application/xml"));
    return new HttpResponse(
        code.status(),
        headers,
        bare
            ? new HttpResponse.Omitted(0)
            : new HttpResponse.Bytes(
                error(code, error, request, requestId).getBytes(StandardCharsets.UTF_8)));
  }

  private static String error(
      ErrorCode code, AwsError error, HttpRequest request, String requestId) {
    Xml xml = Xml.document().open("Error");
    xml.element("Code", code.code());
    xml.element("Message", message(error));
    error.details().forEach(xml::element);
    xml.element("Resource", request.rawPath());
    xml.element("RequestId", requestId);
    xml.element("HostId", hostId(requestId));
    return xml.close("Error").toString();
  }

  private static String message(AwsError error) {
    return error.fault().equals(Optional.of(Fault.UNKNOWN_CREDENTIALS))
        ? "The AWS Access Key Id you provided does not exist in our records."
        : Objects.requireNonNullElse(error.getMessage(), "");
  }

  @Override
  public ErrorCode code(AwsError error, Optional<OperationModel> operation) {
    return ErrorCode.of(error, operation, FaultCodes::s3);
  }
}
