package dev.maitred.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** A signature is good for minutes around its date, a presigned one from its date to its end. */
class FreshnessTest {

  @ParameterizedTest
  @CsvSource({"personalize, 300", "personalize, -300", "s3, 900", "s3, -900", "s3, 0", "iam, 299"})
  void acceptsAClockThatIsOffByNoMoreThanTheSkew(String service, int late) {
    assertThat(refusal(Requests.plain(service), late)).isNull();
  }

  @Test
  void saysByHowMuchASignatureIsTooOld() {
    AwsError refusal = refusal(Requests.plain("personalize"), 301);
    assertThat(refusal.code()).isEqualTo("SIGNATURE_MISMATCH");
    assertThat(refusal)
        .hasMessage(
            "Signature expired: 20260304T050607Z is now earlier than 20260304T050608Z"
                + " (20260304T051108Z - 5 min.)");
  }

  @Test
  void saysByHowMuchASignatureIsTooNew() {
    AwsError refusal = refusal(Requests.plain("personalize"), -301);
    assertThat(refusal.code()).isEqualTo("SIGNATURE_MISMATCH");
    assertThat(refusal)
        .hasMessage(
            "Signature not yet current: 20260304T050607Z is still later than 20260304T050606Z"
                + " (20260304T050106Z + 5 min.)");
  }

  @ParameterizedTest
  @CsvSource({"901", "-901"})
  void refusesAClockTooFarOffForS3(int late) {
    AwsError refusal = refusal(Requests.plain("s3"), late);
    assertThat(refusal.code()).isEqualTo("RequestTimeTooSkewed");
    assertThat(refusal.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "s3, 3601, ACCESS_DENIED, Request has expired",
    "s3, -901, ACCESS_DENIED, Request is not valid yet",
    "iam, 3601, REQUEST_EXPIRED, Request has expired."
  })
  void refusesAPresignedRequestOutOfItsTime(String service, int late, String code, String text) {
    AwsError refusal = refusal(presigned(service), late);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessage(text);
  }

  @ParameterizedTest
  @CsvSource({"s3, 3600", "iam, 3600", "s3, 1800"})
  void acceptsAPresignedRequestUpToItsEnd(String service, int late) {
    assertThat(refusal(presigned(service), late)).isNull();
  }

  private static AwsError refusal(HttpRequest request, int late) {
    return catchThrowableOfType(
        AwsError.class, () -> Requests.checkAt(Requests.NOW.plusSeconds(late)).check(request));
  }

  private static HttpRequest presigned(String service) {
    return Requests.signed(
        service,
        Requests.PLAIN,
        new byte[0],
        sign ->
            sign.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1))
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, !service.equals("s3")));
  }
}
