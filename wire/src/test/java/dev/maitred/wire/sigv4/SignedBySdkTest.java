package dev.maitred.wire.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.SignatureCheck.Verified;
import dev.maitred.wire.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Random requests that the AWS SDK signed are accepted; the same with one thing altered are not.
 */
class SignedBySdkTest {
  private static final String ODD = "abzAZ09-._~ !*'()@:$&+,;=?#%/éሴ😀\"<>[]{}|\\^`";

  @ParameterizedTest
  @CsvSource({
    "personalize, HEADER", "personalize, QUERY_STRING",
    "s3, HEADER", "s3, QUERY_STRING"
  })
  void acceptsWhatTheSdkSignedAndNothingElse(String service, AuthLocation form) throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      SdkHttpRequest request = request(random);
      byte[] body = body(random, service, form);
      HttpRequest signed =
          Requests.signed(
              service, request, body, sign -> inForm(sign, form, random, service.equals("s3")));
      byte[] sent = signed.body().readAllBytes();

      Verified verified = Requests.check().check(Requests.withBody(signed, sent));
      assertThat(verified.caller()).isEqualTo(Requests.CALLER);
      assertThat(verified.service()).isEqualTo(service);
      assertThat(verified.region()).isEqualTo("us-east-1");
      assertThat(verified.body().readAllBytes()).isEqualTo(body);

      for (UnaryOperator<HttpRequest> mutation : mutations(service, form, body, random)) {
        HttpRequest mutated = mutation.apply(Requests.withBody(signed, sent));
        assertThat(refusal(mutated)).as("%s", mutated).isNotNull();
      }
    }
  }

  private static AwsError refusal(HttpRequest request) {
    return catchThrowableOfType(
        AwsError.class, () -> Requests.check().check(request).body().readAllBytes());
  }

  private static void inForm(
      SignRequest.Builder<AwsCredentialsIdentity> sign,
      AuthLocation form,
      Random random,
      boolean s3) {
    sign.putProperty(AwsV4HttpSigner.AUTH_LOCATION, form);
    if (form == AuthLocation.QUERY_STRING) {
      sign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1))
          .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, !s3);
    }
    if (random.nextBoolean()) {
      sign.identity(Requests.SESSION);
    }
  }

  private static List<UnaryOperator<HttpRequest>> mutations(
      String service, AuthLocation form, byte[] body, Random random) {
    List<UnaryOperator<HttpRequest>> all = new ArrayList<>();
    all.add(r -> Requests.withMethod(r, r.method().equals("PATCH") ? "PUT" : "PATCH"));
    all.add(r -> Requests.withTarget(r, r.rawPath() + "x", r.rawQuery()));
    all.add(r -> Requests.withTarget(r, r.rawPath(), r.rawQuery() + "&versionId=1"));
    all.add(r -> Requests.withHeader(r, "Host", host -> "evil." + host));
    all.add(r -> Requests.withHeader(r, "X-Amz-Target", target -> target + "2"));
    all.add(r -> Requests.without(r, "X-Amz-Target"));
    all.add(r -> Requests.plus(r, "x-amz-acl", "public-read"));
    all.add(r -> Requests.plus(r, "X-Amz-Date", "20260304T050607Z"));
    all.add(r -> altered(r, form, random));
    if (!(service.equals("s3") && form == AuthLocation.QUERY_STRING)) {
      all.add(r -> Requests.withBody(r, (new String(body, UTF_8) + " ").getBytes(UTF_8)));
    }
    return all;
  }

  /** The request with one digit of its signature altered. */
  private static HttpRequest altered(HttpRequest request, AuthLocation form, Random random) {
    int digit = random.nextInt(64);
    return form == AuthLocation.HEADER
        ? Requests.withHeader(request, "Authorization", value -> flip(value, "Signature=", digit))
        : Requests.withTarget(
            request, request.rawPath(), flip(request.rawQuery(), "X-Amz-Signature=", digit));
  }

  private static String flip(String text, String before, int digit) {
    int at = text.indexOf(before) + before.length() + digit;
    char other = text.charAt(at) == '0' ? '1' : '0';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static byte[] body(Random random, String service, AuthLocation form) throws IOException {
    // the SDK's signer presigns no body but S3's, which is unsigned
    boolean bare = form == AuthLocation.QUERY_STRING && !service.equals("s3");
    return bare ? new byte[0] : text(random, random.nextInt(60)).getBytes(UTF_8);
  }

  private static SdkHttpRequest request(Random random) {
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder()
            .protocol("https")
            .host("example.amazonaws.com")
            .port(4566)
            .method(SdkHttpMethod.values()[random.nextInt(5)])
            .encodedPath("/" + SdkHttpUtils.urlEncodeIgnoreSlashes(path(random)))
            .putHeader("Host", "example.amazonaws.com:4566")
            .putHeader("X-Amz-Target", "AmazonPersonalize.ListCampaigns")
            .putHeader("X-Blanks", "  a   b  ")
            .putHeader("User-Agent", text(random, 5));
    for (int i = random.nextInt(4); i > 0; i--) {
      request.appendRawQueryParameter("q" + text(random, random.nextInt(4)), text(random, 3));
    }
    return request.build();
  }

  private static String path(Random random) {
    String[] segments = {"", ".", "..", "bucket", text(random, 4), text(random, 3)};
    // deep enough that no `..` climbs over the root, where signers differ
    StringBuilder path = new StringBuilder("a/b/c/d/e/");
    for (int i = random.nextInt(5); i > 0; i--) {
      path.append(segments[random.nextInt(segments.length)]).append('/');
    }
    return path.append(text(random, random.nextInt(4))).toString();
  }

  private static String text(Random random, int length) {
    int[] points = ODD.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
