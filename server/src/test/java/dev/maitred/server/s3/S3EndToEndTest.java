package dev.maitred.server.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.TestClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** S3 as its own SDK client sees it. */
class S3EndToEndTest {
  private static final String BUCKET = "menus";
  private static final int PART = 5 << 20;
  private static final byte[] BYTES = bytes(20 << 20);

  @RegisterExtension static final RunningServer server = new RunningServer();

  private S3Client s3;

  @BeforeEach
  void open() {
    s3 = server.root().s3();
    s3.createBucket(in -> in.bucket(BUCKET));
  }

  @AfterEach
  void close() {
    s3.listObjectsV2Paginator(in -> in.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .toList()
        .forEach(key -> s3.deleteObject(in -> in.bucket(BUCKET).key(key)));
    s3.deleteBucket(in -> in.bucket(BUCKET));
    s3.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lunch",
        "a//b",
        "../../x",
        "a b+c",
        "50%2Foff",
        "Menü/пир/🍰",
        "/x",
        "dir/",
        "a?b=c&d#e"
      })
  void keepsEveryKeyAsItIs(String key) {
    s3.putObject(in -> in.bucket(BUCKET).key(key), RequestBody.fromString(key));
    assertThat(get(key, null).asUtf8String()).isEqualTo(key);
    assertThat(s3.listObjectsV2(in -> in.bucket(BUCKET)).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
    s3.copyObject(
        in ->
            in.sourceBucket(BUCKET)
                .sourceKey(key)
                .destinationBucket(BUCKET)
                .destinationKey("copy"));
    assertThat(get("copy", null).asUtf8String()).isEqualTo(key);
  }

  @Test
  void takesEmptyObjectsAndAnswersRanges() {
    s3.putObject(in -> in.bucket(BUCKET).key("empty"), RequestBody.empty());
    assertThat(get("empty", null).asByteArray()).isEmpty();
    s3.putObject(in -> in.bucket(BUCKET).key("digits"), RequestBody.fromString("0123456789"));
    ResponseBytes<GetObjectResponse> part = get("digits", "bytes=2-4");
    assertThat(part.asUtf8String()).isEqualTo("234");
    assertThat(part.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
  }

  @Test
  void makesOneObjectOfManyParts() {
    String id = s3.createMultipartUpload(in -> in.bucket(BUCKET).key("feast")).uploadId();
    List<CompletedPart> parts = Stream.of(1, 2, 3, 4).map(number -> part(id, number)).toList();
    s3.completeMultipartUpload(
        in -> in.bucket(BUCKET).key("feast").uploadId(id).multipartUpload(all -> all.parts(parts)));
    assertThat(get("feast", null).asByteArray()).isEqualTo(BYTES);
    assertThat(s3.headObject(in -> in.bucket(BUCKET).key("feast")).eTag()).endsWith("-4\"");
  }

  private CompletedPart part(String id, int number) {
    byte[] part = Arrays.copyOfRange(BYTES, (number - 1) * PART, number * PART);
    String eTag =
        s3.uploadPart(
                in -> in.bucket(BUCKET).key("feast").uploadId(id).partNumber(number),
                RequestBody.fromBytes(part))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  @Test
  void errorsAreTheSdksOwnExceptions() {
    assertThatThrownBy(() -> get("none", null)).isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.headObject(in -> in.bucket(BUCKET).key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.listObjectsV2(in -> in.bucket("nowhere")))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void leavesNothingOfABodyThatIsCutOff() throws IOException {
    long before = files();
    InputStream cut =
        new InputStream() {
          private final InputStream first = new ByteArrayInputStream(BYTES, 0, 1 << 20);

          @Override
          public int read() throws IOException {
            int next = first.read();
            if (next < 0) {
              throw new IOException("the line went dead");
            }
            return next;
          }
        };
    assertThatThrownBy(
            () ->
                s3.putObject(
                    in -> in.bucket(BUCKET).key("cut"),
                    RequestBody.fromInputStream(cut, BYTES.length)))
        .isInstanceOf(SdkClientException.class);
    assertThatThrownBy(() -> get("cut", null)).isInstanceOf(NoSuchKeyException.class);
    server.restart();
    s3.close();
    s3 = server.root().s3();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void findsObjectsAgainAfterARestart() {
    s3.putObject(in -> in.bucket(BUCKET).key("lunch"), RequestBody.fromString("soup"));
    server.restart();
    s3.close();
    s3 = server.root().s3();
    assertThat(get("lunch", null).asUtf8String()).isEqualTo("soup");
  }

  @Test
  void servesPresignedAddresses() throws IOException {
    s3.putObject(in -> in.bucket(BUCKET).key("a b/ü"), RequestBody.fromString("soup"));
    try (S3Presigner presigner = server.root().presigner()) {
      URL url =
          presigner
              .presignGetObject(
                  in ->
                      in.signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(get -> get.bucket(BUCKET).key("a b/ü")))
              .url();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      try (InputStream body = connection.getInputStream()) {
        assertThat(new String(body.readAllBytes())).isEqualTo("soup");
      }
    }
  }

  @Test
  void tellsThatThereIsNoObjectOnlyToThoseWhoMayList() {
    s3.putObject(in -> in.bucket(BUCKET).key("lunch"), RequestBody.fromString("soup"));
    TestClients reader =
        server.userWith(
            """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
                           "Resource": "arn:aws:s3:::menus/*"}}\
            """);
    try (S3Client other = reader.s3()) {
      assertThat(other.getObjectAsBytes(in -> in.bucket(BUCKET).key("lunch")).asUtf8String())
          .isEqualTo("soup");
      denied(() -> other.getObjectAsBytes(in -> in.bucket(BUCKET).key("none")));
      denied(() -> other.listObjectsV2(in -> in.bucket(BUCKET)));
      denied(
          () ->
              other.putObject(
                  in -> in.bucket(BUCKET).key("lunch"), RequestBody.fromString("poison")));
      denied(
          () ->
              other.copyObject(
                  in ->
                      in.sourceBucket(BUCKET)
                          .sourceKey("lunch")
                          .destinationBucket(BUCKET)
                          .destinationKey("copy")));
    }
    assertThat(get("lunch", null).asUtf8String()).isEqualTo("soup");
  }

  @Test
  void listsUnderAPrefixOnlyForThoseWhoMay() {
    TestClients lister =
        server.userWith(
            """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "s3:ListBucket",
                           "Resource": "arn:aws:s3:::menus",
                           "Condition": {"StringLike": {"s3:prefix": "public/*"}}}}\
            """);
    try (S3Client other = lister.s3()) {
      assertThat(other.listObjectsV2(in -> in.bucket(BUCKET).prefix("public/")).keyCount())
          .isZero();
      denied(() -> other.listObjectsV2(in -> in.bucket(BUCKET).prefix("secret/")));
      denied(() -> other.listObjectsV2(in -> in.bucket(BUCKET)));
    }
  }

  private static void denied(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(403);
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            });
  }

  private ResponseBytes<GetObjectResponse> get(String key, String range) {
    return s3.getObjectAsBytes(in -> in.bucket(BUCKET).key(key).range(range));
  }

  private static long files() throws IOException {
    try (Stream<Path> files = Files.walk(server.folder().resolve("objects"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
