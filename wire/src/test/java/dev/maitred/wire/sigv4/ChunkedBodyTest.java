package dev.maitred.wire.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.HttpRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Bodies that the AWS SDK sent as {@code aws-chunked}, and the same bodies tampered with. */
class ChunkedBodyTest {
  private static final byte[] BODY = randomBytes(300_000);

  @ParameterizedTest
  @EnumSource(ChunkedForm.class)
  void givesTheBytesThatWereSent(ChunkedForm form) throws IOException {
    for (int length : new int[] {0, 1, 16_383, 16_384, 16_385, 131_072, 300_000}) {
      byte[] body = Arrays.copyOf(BODY, length);
      HttpRequest request = sent(form, body, DefaultChecksumAlgorithm.CRC32);
      assertThat(read(request)).as("%d bytes", length).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @CsvSource({"CRC32", "CRC32C", "SHA1", "SHA256"})
  void verifiesEveryChecksumInATrailer(String name) throws IOException {
    HttpRequest request = sent(ChunkedForm.UNSIGNED_TRAILER, BODY, algorithm(name));
    byte[] encoded = request.body().readAllBytes();
    assertThat(read(Requests.withBody(request, encoded))).isEqualTo(BODY);

    AwsError refusal = refusal(Requests.withBody(request, flipped(encoded, 1000)));
    assertThat(refusal.code()).isEqualTo("BadDigest");
    assertThat(refusal)
        .hasMessage("The " + name + " you specified did not match the calculated checksum.");
  }

  @ParameterizedTest
  @EnumSource(ChunkedForm.class)
  void givesNoWholeBodyThatWasCutOff(ChunkedForm form) throws IOException {
    HttpRequest request = sent(form, BODY, DefaultChecksumAlgorithm.CRC32);
    byte[] encoded = request.body().readAllBytes();
    Random random = new Random(3);
    // the last line break may be missing, what it ends may not
    for (int i = 0; i < 40; i++) {
      int kept = i < 20 ? encoded.length - 5 - i : random.nextInt(encoded.length - 5);
      byte[] cut = Arrays.copyOf(encoded, kept);
      assertThat(refusal(Requests.withBody(request, cut))).as("%d kept", kept).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(ChunkedForm.class)
  void givesNoWholeBodyThatWasAltered(ChunkedForm form) throws IOException {
    HttpRequest request = sent(form, BODY, DefaultChecksumAlgorithm.CRC32);
    byte[] encoded = request.body().readAllBytes();
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      byte[] altered = flipped(encoded, random.nextInt(encoded.length - 4));
      assertThat(refusal(Requests.withBody(request, altered))).isNotNull();
    }
    assertRefused(request, encoded, text -> text + "x");
    assertRefused(request, encoded, text -> text + text);
    assertRefused(request, encoded, text -> "\r\n" + text);
    assertRefused(request, encoded, text -> "0".repeat(1000) + text);
    assertRefused(request, encoded, ChunkedBodyTest::withoutFirstChunk);
  }

  @Test
  void refusesAnUnsignedChunkWhereSignedOnesWerePromised() throws IOException {
    HttpRequest request = sent(ChunkedForm.SIGNED, "guest".getBytes(ISO_8859_1), null);
    AwsError refusal = refusal(Requests.withBody(request, ascii("5\r\nguest\r\n0\r\n\r\n")));
    assertThat(refusal.code()).isEqualTo("SIGNATURE_MISMATCH");
  }

  @Test
  void refusesAChunkBeyondTheDeclaredLength() throws IOException {
    HttpRequest request =
        sent(ChunkedForm.UNSIGNED_TRAILER, ascii("guest"), DefaultChecksumAlgorithm.CRC32);
    AwsError refusal =
        refusal(Requests.withBody(request, ascii("7fffffffffffff\r\nguests\r\n0\r\n\r\n")));
    assertThat(refusal.code()).isEqualTo("IncompleteBody");
  }

  @Test
  void refusesATrailerWithoutTheChecksumItAnnounced() throws IOException {
    HttpRequest request =
        sent(ChunkedForm.UNSIGNED_TRAILER, ascii("guest"), DefaultChecksumAlgorithm.CRC32);
    for (String trailer : new String[] {"", "x-amz-meta-a:b\r\n", "no colon\r\n"}) {
      byte[] encoded = ascii("5\r\nguest\r\n0\r\n" + trailer + "\r\n");
      assertThat(refusal(Requests.withBody(request, encoded)).code())
          .isEqualTo("MalformedTrailerError");
    }
  }

  @Test
  void refusesAnEndlessTrailer() throws IOException {
    HttpRequest request =
        sent(ChunkedForm.UNSIGNED_TRAILER, ascii("guest"), DefaultChecksumAlgorithm.CRC32);
    byte[] encoded = ascii("5\r\nguest\r\n0\r\n" + "x-amz-meta-a:b\r\n".repeat(10_000));
    assertThat(refusal(Requests.withBody(request, encoded)).code())
        .isEqualTo("MalformedTrailerError");
  }

  private static void assertRefused(
      HttpRequest request, byte[] encoded, UnaryOperator<String> change) {
    byte[] altered = change.apply(new String(encoded, ISO_8859_1)).getBytes(ISO_8859_1);
    assertThat(refusal(Requests.withBody(request, altered))).isNotNull();
  }

  private static String withoutFirstChunk(String encoded) {
    int data = encoded.indexOf("\r\n") + 2;
    int size = Integer.parseInt(encoded.split("[;\r]")[0], 16);
    return encoded.substring(data + size + 2);
  }

  private static byte[] read(HttpRequest request) throws IOException {
    return Requests.check().check(request).body().readAllBytes();
  }

  /** Why a reader who asks for just as many bytes as were promised does not get them. */
  private static AwsError refusal(HttpRequest request) {
    int length = Integer.parseInt(request.header("x-amz-decoded-content-length").orElseThrow());
    return catchThrowableOfType(
        AwsError.class, () -> Requests.check().check(request).body().readNBytes(length));
  }

  private static HttpRequest sent(ChunkedForm form, byte[] body, ChecksumAlgorithm checksum) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .protocol("https")
            .host("localhost")
            .method(SdkHttpMethod.PUT)
            .encodedPath("/bucket/key")
            .putHeader("Host", "localhost")
            .putHeader("Content-Length", Integer.toString(body.length))
            .build();
    HttpRequest sent =
        Requests.signed(
            "s3",
            request,
            body,
            sign -> {
              sign.putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
                  .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, form.signed());
              if (form.trailer()) {
                sign.putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, checksum);
              }
            });
    assertThat(sent.header("x-amz-content-sha256").flatMap(ChunkedForm::of)).contains(form);
    return sent;
  }

  private static ChecksumAlgorithm algorithm(String name) {
    return switch (name) {
      case "CRC32" -> DefaultChecksumAlgorithm.CRC32;
      case "CRC32C" -> DefaultChecksumAlgorithm.CRC32C;
      case "SHA1" -> DefaultChecksumAlgorithm.SHA1;
      default -> DefaultChecksumAlgorithm.SHA256;
    };
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }
}
