package dev.maitred.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each way to be refused, with its code and text: the tables in {@code refusals/}. */
class RefusalsTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "refusals/header.csv",
      delimiter = '|',
      quoteCharacter = '"',
      numLinesToSkip = 1)
  void header(String name, String authorization, String code, String message) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", "localhost"));
    headers.add(new Header("X-Amz-Date", "20260304T050607Z"));
    if (authorization != null) {
      headers.add(new Header("Authorization", authorization));
    }
    assertRefused(request("", headers), code, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "refusals/query.csv",
      delimiter = '|',
      quoteCharacter = '"',
      numLinesToSkip = 1)
  void query(String name, String query, String code, String message) {
    assertRefused(request(query, List.of(new Header("Host", "localhost"))), code, message);
  }

  @Test
  void refusesASignatureInBothPlaces() {
    List<Header> headers = List.of(new Header("Host", "a"), new Header("Authorization", "AWS4"));
    assertRefused(
        request("X-Amz-Signature=00", headers),
        "INCOMPLETE_SIGNATURE",
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
            + " string parameter or the Authorization header should be specified");
  }

  @Test
  void namesTheHeadersThatS3FoundUnsigned() {
    HttpRequest signed = Requests.plain("s3");
    AwsError refusal = refusal(Requests.plus(signed, "X-Amz-Acl", "public-read"));
    assertThat(refusal.details()).containsEntry("HeadersNotSigned", "x-amz-acl");
  }

  @Test
  void refusesAContentHashThatIsNone() {
    HttpRequest signed = Requests.plain("s3");
    AwsError refusal =
        refusal(Requests.withHeader(signed, "x-amz-content-sha256", hash -> "whatever"));
    assertThat(refusal.code()).isEqualTo("InvalidArgument");
  }

  @Test
  void refusesACredentialOfAnyLength() {
    String credential = "A/".repeat(50_000);
    String query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260304T050607Z&X-Amz-SignedHeaders=host"
            + "&X-Amz-Expires=9&X-Amz-Signature=00&X-Amz-Credential="
            + credential;
    assertRefused(
        request(query, List.of(new Header("Host", "localhost"))),
        "INCOMPLETE_SIGNATURE",
        "Credential must have exactly 5 slash-delimited elements,"
            + " e.g. keyid/date/region/service/term.");
  }

  private static HttpRequest request(String query, List<Header> headers) {
    return new HttpRequest(
        "GET", "/", query, headers, InputStream.nullInputStream(), "127.0.0.1", true);
  }

  private static void assertRefused(HttpRequest request, String code, String message) {
    AwsError refusal = refusal(request);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessage(message);
  }

  private static AwsError refusal(HttpRequest request) {
    return catchThrowableOfType(AwsError.class, () -> Requests.check().check(request));
  }
}
