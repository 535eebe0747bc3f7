package dev.maitred.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.access.Row;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;

class RequestPipelineTest {
  private static final List<AwsService> SERVICES =
      List.of(
          new AwsService("s3-2006-03-01", S3Client.class, List.of(), List.of()),
          new AwsService(
              "iam-2010-05-08",
              IamClient.class,
              List.of(Row.onAll(GetUserRequest.class, "iam:GetUser")),
              List.of()),
          new AwsService("personalize-2018-05-22", PersonalizeClient.class, List.of(), List.of()),
          new AwsService(
              "personalize-runtime-2018-05-22",
              PersonalizeRuntimeClient.class,
              List.of(),
              List.of()));

  private static HttpResponse answer(
      SignatureCheck signatures, String method, String path, String... headers) {
    List<Header> lines = new ArrayList<>();
    for (String header : headers) {
      lines.add(new Header(header.split(": ")[0], header.split(": ")[1]));
    }
    int mark = path.indexOf('?');
    HttpRequest request =
        new HttpRequest(
            method,
            mark < 0 ? path : path.substring(0, mark),
            mark < 0 ? "" : path.substring(mark + 1),
            lines,
            InputStream.nullInputStream(),
            "127.0.0.1",
            false);
    return RequestPipeline.builder(signatures, (call, requirement) -> {}, SERVICES)
        .build()
        .answer(request);
  }

  private static String body(HttpResponse answer) {
    return answer.content() instanceof HttpResponse.Bytes(byte[] bytes)
        ? new String(bytes, StandardCharsets.UTF_8)
        : "";
  }

  private static String scope(String service) {
    return "Authorization: AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/"
        + service
        + "/aws4_request";
  }

  /** The code and status that every fault has in every protocol. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ACCESS_DENIED,        AccessDenied 403,              AccessDeniedException 400,               AccessDeniedException 403,               AccessDenied 403
          UNKNOWN_CREDENTIALS,  InvalidClientTokenId 403,      UnrecognizedClientException 400,         UnrecognizedClientException 403,         InvalidAccessKeyId 403
          EXPIRED_TOKEN,        ExpiredToken 403,              ExpiredTokenException 400,               ExpiredTokenException 403,               ExpiredToken 400
          SIGNATURE_MISMATCH,   SignatureDoesNotMatch 403,     InvalidSignatureException 400,           InvalidSignatureException 403,           SignatureDoesNotMatch 403
          MISSING_TOKEN,        MissingAuthenticationToken 403,MissingAuthenticationTokenException 400, MissingAuthenticationTokenException 403, AccessDenied 403
          INCOMPLETE_SIGNATURE, IncompleteSignature 400,       IncompleteSignatureException 400,        IncompleteSignatureException 403,        AuthorizationHeaderMalformed 400
          THROTTLED,            Throttling 400,                ThrottlingException 400,                 ThrottlingException 429,                 SlowDown 503
          INTERNAL,             InternalFailure 500,           InternalFailure 500,                     InternalFailure 500,                     InternalError 500
          """)
  void namesFaultsAsEachProtocolDoes(
      Fault fault, String query, String json, String restJson, String s3) {
    SignatureCheck refusing =
        request -> {
          throw AwsError.of(fault, "m");
        };
    assertThat(
            Arrays.asList(
                shown(answer(refusing, "GET", "/?Action=GetUser&Version=2010-05-08", scope("iam"))),
                shown(
                    answer(
                        refusing,
                        "POST",
                        "/",
                        scope("personalize"),
                        "X-Amz-Target: AmazonPersonalize.ListRecipes")),
                shown(answer(refusing, "POST", "/recommendations", scope("personalize"))),
                shown(answer(refusing, "GET", "/bucket", scope("s3")))))
        .containsExactly(query, json, restJson, s3);
  }

  private static String shown(HttpResponse answer) {
    String code =
        answer
            .header("x-amzn-ErrorType")
            .orElseGet(() -> body(answer).replaceAll("(?s).*<Code>(.*)</Code>.*", "$1"));
    return code + " " + answer.status();
  }

  @Test
  void writesErrorsAsEachProtocolDoes() {
    SignatureCheck refusing =
        request -> {
          throw AwsError.of(Fault.ACCESS_DENIED, "\"No\" <&>");
        };
    HttpResponse query =
        answer(refusing, "GET", "/?Action=GetUser&Version=2010-05-08", scope("iam"));
    assertThat(body(query))
        .isEqualTo(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
                + "<Code>AccessDenied</Code><Message>&quot;No&quot; &lt;&amp;&gt;</Message></Error><RequestId>"
                + query.header("x-amzn-RequestId").orElseThrow()
                + "</RequestId></ErrorResponse>");
    HttpResponse json =
        answer(
            refusing,
            "POST",
            "/",
            scope("personalize"),
            "X-Amz-Target: AmazonPersonalize.ListRecipes");
    assertThat(body(json))
        .isEqualTo("{\"__type\":\"AccessDeniedException\",\"message\":\"\\\"No\\\" <&>\"}");
    assertThat(json.header("Content-Type")).contains("application/x-amz-json-1.1");
    HttpResponse rest = answer(refusing, "POST", "/recommendations", scope("personalize"));
    assertThat(body(rest)).isEqualTo("{\"message\":\"\\\"No\\\" <&>\"}");
    HttpResponse s3 = answer(refusing, "GET", "/bucket/k%20", scope("s3"));
    assertThat(body(s3))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                + "<Message>&quot;No&quot; &lt;&amp;&gt;</Message><Resource>/bucket/k%20</Resource><RequestId>"
                + s3.header("x-amz-request-id").orElseThrow()
                + "</RequestId><HostId>"
                + s3.header("x-amz-id-2").orElseThrow()
                + "</HostId></Error>");
    assertThat(body(answer(refusing, "HEAD", "/bucket/k", scope("s3")))).isEmpty();
  }
}
