package dev.maitred.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;

/** A request is served only by the service that its signature names. */
class ConfusedServiceTest {

  @ParameterizedTest
  @CsvSource({"s3, 400, IncompleteSignature", "iam, 501, NotImplemented"})
  void servesNoRequestThatWasSignedForAnotherService(String signed, int status, String code) {
    HttpResponse response = pipeline(signed).answer(createUser());
    String body =
        new String(((HttpResponse.Bytes) response.content()).bytes(), StandardCharsets.UTF_8);
    assertThat(body).contains("<Code>" + code);
    assertThat(response.status()).isEqualTo(status);
  }

  private static RequestPipeline pipeline(String signedService) {
    AwsService iam = new AwsService("iam-2010-05-08", IamClient.class, List.of(), List.of());
    return RequestPipeline.builder(
            request ->
                new SignatureCheck.Verified(
                    Wire.BOB, "us-east-1", signedService, request.body(), () -> {}),
            (call, requirement) -> {},
            List.of(iam))
        .limits(Wire.LIMITS)
        .build();
  }

  private static HttpRequest createUser() {
    return new HttpRequest(
        "POST",
        "/",
        "",
        List.of(
            new Header("Host", "localhost"),
            new Header("Content-Type", "application/x-www-form-urlencoded"),
            new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260304/us-east-1/iam/aws4_request,"
                    + " SignedHeaders=host, Signature=00")),
        new ByteArrayInputStream(
            "Action=CreateUser&Version=2010-05-08&UserName=eve".getBytes(StandardCharsets.UTF_8)),
        "127.0.0.1",
        false);
  }
}
