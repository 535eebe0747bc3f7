package dev.maitred.wire.sigv4;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK's own signer, and the key ring that knows their keys. */
final class Requests {
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  static final AwsCredentialsIdentity USER =
      AwsCredentialsIdentity.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  static final AwsSessionCredentialsIdentity SESSION =
      AwsSessionCredentialsIdentity.create(
          "ASIDEXAMPLE", "another/Secret+Of+A+Session", "tok/en+=");
  static final Caller CALLER =
      new Caller(
          Caller.Type.USER,
          "123456789012",
          "arn:aws:iam::123456789012:user/ada",
          "AIDAEXAMPLE",
          "AKIDEXAMPLE",
          Map.of());

  static final SdkHttpRequest PLAIN =
      SdkHttpFullRequest.builder()
          .protocol("https")
          .host("localhost")
          .method(SdkHttpMethod.GET)
          .encodedPath("/a/b")
          .putHeader("Host", "localhost")
          .build();

  private Requests() {}

  /** {@link #PLAIN}, signed without a body. */
  static HttpRequest plain(String service) {
    return signed(service, PLAIN, new byte[0]);
  }

  static SigV4Check check() {
    return checkAt(NOW);
  }

  static SigV4Check checkAt(Instant now) {
    return new SigV4Check(
        Requests::find, Clock.fixed(now, ZoneOffset.UTC), 1 << 20, new BodyMemory(4 << 20));
  }

  private static KeyRing.Key find(String id, Optional<String> token, Instant now) {
    if (id.equals(USER.accessKeyId()) && token.isEmpty()) {
      return new KeyRing.Key(CALLER, USER.secretAccessKey());
    }
    if (id.equals(SESSION.accessKeyId()) && token.equals(Optional.of(SESSION.sessionToken()))) {
      return new KeyRing.Key(CALLER, SESSION.secretAccessKey());
    }
    throw AwsError.of(
        Fault.UNKNOWN_CREDENTIALS, "The security token included in the request is invalid.");
  }

  /** What {@code service} gets when the SDK signs {@code request} at {@link #NOW}. */
  static HttpRequest signed(
      String service,
      SdkHttpRequest request,
      byte[] body,
      Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
    boolean s3 = service.equals("s3");
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign -> {
                  sign.identity(USER)
                      .request(request)
                      .payload(ContentStreamProvider.fromByteArray(body))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                      .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                      .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3)
                      .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
                  more.accept(sign);
                });
    return received(signed);
  }

  static HttpRequest signed(String service, SdkHttpRequest request, byte[] body) {
    return signed(service, request, body, sign -> {});
  }

  private static HttpRequest received(SignedRequest signed) {
    List<Header> headers = new ArrayList<>();
    signed
        .request()
        .forEachHeader(
            (name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    byte[] body = signed.payload().map(Requests::bytes).orElse(new byte[0]);
    return new HttpRequest(
        signed.request().method().name(),
        signed.request().encodedPath(),
        signed.request().encodedQueryParameters().orElse(""),
        headers,
        new ByteArrayInputStream(body),
        "127.0.0.1",
        true);
  }

  private static byte[] bytes(ContentStreamProvider payload) {
    try (InputStream in = payload.newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpRequest withMethod(HttpRequest request, String method) {
    return new HttpRequest(
        method,
        request.rawPath(),
        request.rawQuery(),
        request.headers(),
        request.body(),
        request.remoteAddress(),
        request.secure());
  }

  static HttpRequest withTarget(HttpRequest request, String path, String query) {
    return new HttpRequest(
        request.method(),
        path,
        query,
        request.headers(),
        request.body(),
        request.remoteAddress(),
        request.secure());
  }

  static HttpRequest withHeaders(HttpRequest request, List<Header> headers) {
    return new HttpRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        headers,
        request.body(),
        request.remoteAddress(),
        request.secure());
  }

  static HttpRequest withHeader(HttpRequest request, String name, UnaryOperator<String> change) {
    return withHeaders(
        request,
        request.headers().stream()
            .map(
                header ->
                    header.name().equalsIgnoreCase(name)
                        ? new Header(header.name(), change.apply(header.value()))
                        : header)
            .toList());
  }

  static HttpRequest plus(HttpRequest request, String name, String value) {
    List<Header> headers = new ArrayList<>(request.headers());
    headers.add(new Header(name, value));
    return withHeaders(request, headers);
  }

  static HttpRequest without(HttpRequest request, String name) {
    return withHeaders(
        request,
        request.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase(name))
            .toList());
  }

  static HttpRequest withBody(HttpRequest request, byte[] body) {
    return request.withBody(new ByteArrayInputStream(body));
  }
}
