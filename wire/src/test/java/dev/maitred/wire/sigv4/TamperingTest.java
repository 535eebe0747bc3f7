package dev.maitred.wire.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** What somebody between client and server can and cannot do to a signed request. */
class TamperingTest {
  private static final byte[] BODY = "Let them in.".getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 16_384, 32_768, 40_000})
  void keepsTheEndOfASwappedObjectFromAReaderWhoNeverAsksForMore(int length) {
    HttpRequest signed = Requests.signed("s3", put("/bucket/key"), new byte[length]);
    byte[] other = new byte[length];
    other[0] = 1;
    InputStream body = Requests.check().check(Requests.withBody(signed, other)).body();

    AwsError refusal = catchThrowableOfType(AwsError.class, () -> body.readNBytes(length));
    assertThat(refusal.code()).isEqualTo("XAmzContentSHA256Mismatch");
    assertThatThrownBy(body::read).isInstanceOf(IOException.class);
  }

  @Test
  void refusesASwappedBodyBeforeAnybodyReadsIt() {
    HttpRequest signed = Requests.signed("personalize", put("/"), BODY);
    assertRefused(Requests.withBody(signed, "Throw them out.".getBytes(UTF_8)));
  }

  @Test
  void refusesABodyTooLargeForMemory() {
    HttpRequest signed = Requests.signed("personalize", put("/"), BODY);
    AwsError refusal = refusal(Requests.withBody(signed, new byte[(1 << 20) + 1]));
    assertThat(refusal.code()).isEqualTo(Fault.TOO_LARGE.name());
  }

  @Test
  void readsNoBodyOfAKeyThatItDoesNotKnow() {
    HttpRequest signed = Requests.signed("personalize", put("/"), BODY);
    InputStream never =
        new ByteArrayInputStream(BODY) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            throw new AssertionError("read");
          }
        };
    HttpRequest forged =
        Requests.withHeader(signed, "Authorization", a -> a.replace("AKIDEXAMPLE", "AKIDNOBODY"));
    assertThat(refusal(forged.withBody(never)).code()).isEqualTo(Fault.UNKNOWN_CREDENTIALS.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"//a/b", "/a//b", "/a/./b", "/a/c/../b", "/a%2Fb", "/a/b/", "/a/B"})
  void takesNoOtherPathForAnObjects(String path) {
    HttpRequest signed = Requests.plain("s3");
    assertRefused(Requests.withTarget(signed, path, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//a/b", "/a//b", "/a/./b", "/a/c/../b"})
  void takesPathsThatNormalizeToTheSameForTheSame(String path) {
    HttpRequest signed = Requests.plain("personalize");
    assertThat(refusal(Requests.withTarget(signed, path, ""))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a%2Fb", "/a%2fb", "/a/%62", "/a/b/", "/a/c%2F..%2Fb", "/a/b%00"})
  void takesNoEncodedPathForAnother(String path) {
    HttpRequest signed = Requests.plain("personalize");
    assertRefused(Requests.withTarget(signed, path, ""));
  }

  @ParameterizedTest
  @CsvSource({"/k%C3%A9y, /k%c3%a9y", "/k%40, /k@", "/~k, /%7Ek", "/k%20y, /k y"})
  void takesAnObjectsPathForTheSameHoweverItWasEncoded(String asSigned, String asSent) {
    HttpRequest signed = Requests.signed("s3", put(asSigned), BODY);
    assertThat(refusal(Requests.withTarget(signed, asSent, ""))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "q=a%20b, q=a+b, true",
    "q=a%2Bb, q=a+b, false",
    "q=, q, true",
    "a=1&b=2, b=2&a=1, true",
    "a=1&a=2, a=2&a=1, true",
    "a=1&b=2, a=1%26b=2, false",
    "a=1, a=1&a=1, false"
  })
  void comparesQueriesByWhatTheyMean(String asSigned, String asSent, boolean same) {
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder()
            .protocol("https")
            .host("localhost")
            .method(SdkHttpMethod.GET)
            .encodedPath("/")
            .putHeader("Host", "localhost");
    RawQuery.parse(asSigned)
        .parameters()
        .forEach(p -> request.appendRawQueryParameter(p.name(), p.value()));
    HttpRequest signed = Requests.signed("s3", request.build(), new byte[0]);
    AwsError refusal = refusal(Requests.withTarget(signed, "/", asSent));
    assertThat(refusal == null).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-acl", "X-Amz-Meta-Role", "X-AMZ-TARGET", "x-amz-copy-source"})
  void refusesAHeaderThatWasAdded(String name) {
    for (String service : List.of("s3", "personalize")) {
      HttpRequest signed = Requests.plain(service);
      assertThat(refusal(Requests.plus(signed, name, "x")))
          .hasMessageStartingWith(
              "There were headers present in the request which were not signed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "X-Amz-Date", "Authorization", "x-amz-content-sha256"})
  void refusesASecondLineOfAHeaderThatSaysOneThing(String name) {
    HttpRequest signed = Requests.plain("s3");
    AwsError refusal = refusal(Requests.plus(signed, name, signed.header(name).orElseThrow()));
    assertThat(refusal.code()).isEqualTo(Fault.INCOMPLETE_SIGNATURE.name());
  }

  @Test
  void holdsTheOrderOfLinesOfOneHeader() {
    SdkHttpRequest request =
        Requests.PLAIN.toBuilder().appendHeader("X-List", "a").appendHeader("X-List", "b").build();
    HttpRequest signed = Requests.signed("s3", request, new byte[0]);
    List<Header> turned = new ArrayList<>(Requests.without(signed, "X-List").headers());
    turned.add(new Header("X-List", "b"));
    turned.add(new Header("X-List", "a"));

    assertThat(refusal(signed)).isNull();
    assertRefused(Requests.withHeaders(signed, turned));
  }

  @Test
  void refusesARequestSentAgainWhenItsTimeIsOver() {
    HttpRequest signed = Requests.plain("personalize");
    SigV4Check check = Requests.checkAt(Requests.NOW.plusSeconds(301));
    AwsError refusal = catchThrowableOfType(AwsError.class, () -> check.check(signed));
    assertThat(refusal.code()).isEqualTo(Fault.SIGNATURE_MISMATCH.name());
  }

  @Test
  void refusesATokenOfSomebodyElse() {
    HttpRequest signed =
        Requests.signed(
            "personalize", Requests.PLAIN, new byte[0], sign -> sign.identity(Requests.SESSION));
    assertThat(refusal(signed)).isNull();
    HttpRequest other = Requests.withHeader(signed, "X-Amz-Security-Token", token -> "other");
    assertThat(refusal(other).code()).isEqualTo(Fault.UNKNOWN_CREDENTIALS.name());
  }

  @ParameterizedTest
  @CsvSource({"false, UNSIGNED-PAYLOAD", "true, STREAMING-UNSIGNED-PAYLOAD-TRAILER"})
  void letsNoBodyGoUnsignedOutsideS3(boolean chunked, String word) {
    HttpRequest signed =
        Requests.signed(
            "personalize",
            put("/").toBuilder().putHeader("Content-Length", "12").build(),
            BODY,
            sign ->
                sign.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, chunked)
                    .putProperty(
                        AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32));
    assertThat(signed.header("x-amz-content-sha256")).contains(word);
    assertRefused(signed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 32_768, 40_000})
  void givesAnObjectThatNobodyTouched(int length) throws IOException {
    HttpRequest signed = Requests.signed("s3", put("/bucket/key"), new byte[length]);
    assertThat(Requests.check().check(signed).body().readAllBytes()).hasSize(length);
  }

  private static SdkHttpRequest put(String path) {
    return Requests.PLAIN.toBuilder().method(SdkHttpMethod.PUT).encodedPath(path).build();
  }

  private static void assertRefused(HttpRequest request) {
    assertThat(refusal(request).code()).isEqualTo(Fault.SIGNATURE_MISMATCH.name());
  }

  private static AwsError refusal(HttpRequest request) {
    return catchThrowableOfType(
        AwsError.class, () -> Requests.check().check(request).body().readAllBytes());
  }
}
