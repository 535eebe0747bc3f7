package dev.maitred.wire.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.Wire;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

class RestXmlTest {
  private final Objects objects = new Objects();
  private final Wire wire =
      Wire.guarded(
          (call, requirement) -> {
            if (requirement.resource().endsWith("secret")) {
              throw AwsError.of(Fault.ACCESS_DENIED, "No.");
            }
          },
          Objects.service(objects));
  private final S3Client s3 =
      wire.client(
          S3Client.builder()
              .forcePathStyle(true)
              .serviceConfiguration(config -> config.chunkedEncodingEnabled(false))
              .requestChecksumCalculation(
                  software.amazon.awssdk.core.checksums.RequestChecksumCalculation.WHEN_REQUIRED));

  @AfterEach
  void stop() {
    s3.close();
    wire.close();
  }

  @Test
  void refusesADocumentThatWouldFillTheMemory() {
    String body = "<Delete>" + "<a/>".repeat(250_000) + "</Delete>";
    String answer =
        RawClient.send(
            wire.port(),
            "POST /bucket?delete HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n"
                + RawClient.authorization("s3")
                + "\r\n"
                + body);
    assertThat(RawClient.status(answer)).isEqualTo(400);
    assertThat(answer).contains("MalformedXML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a/b", "/a", "a//b/", "a b+c%2F&=?#ü💡", "../x", "a/./b", "%", "a\\b", "~"})
  void keepsAnyKeyAsItIs(String key) {
    s3.putObject(in -> in.bucket("bucket").key(key), RequestBody.fromString("hello"));
    assertThat(objects.stored).containsOnlyKeys(key);
    assertThat(s3.getObjectAsBytes(in -> in.bucket("bucket").key(key)).asUtf8String())
        .isEqualTo("hello");
  }

  @Test
  void carriesHeadersAndMetadataBothWays() {
    s3.putObject(
        in ->
            in.bucket("bucket")
                .key("k")
                .contentType("text/csv")
                .contentEncoding("gzip")
                .metadata(Map.of("color", "red", "x-y", "a, b")),
        RequestBody.fromString("12"));
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("bucket").key("k").range("bytes=0-1"));

    assertThat(got.response().contentType()).isEqualTo("text/csv");
    assertThat(got.response().contentEncoding()).isEqualTo("gzip");
    assertThat(got.response().metadata()).isEqualTo(Map.of("color", "red", "x-y", "a, b"));
    assertThat(got.response().lastModified()).isEqualTo(Instant.EPOCH);
    assertThat(got.response().contentLength()).isEqualTo(2);
    assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    assertThat(got.response().responseMetadata().requestId())
        .isEqualTo(wire.answers.getLast().requestId());
  }

  @Test
  void tellsTheLengthOfAnObjectWithoutSendingIt() {
    s3.putObject(in -> in.bucket("bucket").key("k"), RequestBody.fromString("12345"));
    HeadObjectResponse head = s3.headObject(in -> in.bucket("bucket").key("k"));
    assertThat(head.contentLength()).isEqualTo(5);
    assertThatThrownBy(() -> s3.headObject(in -> in.bucket("bucket").key("gone")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void streamsMoreThanADocumentMayHold() {
    byte[] bytes = new byte[5 << 20];
    bytes[bytes.length - 1] = 7;
    s3.putObject(in -> in.bucket("bucket").key("big"), RequestBody.fromBytes(bytes));
    assertThat(s3.getObjectAsBytes(in -> in.bucket("bucket").key("big")).asByteArray())
        .isEqualTo(bytes);
  }

  @Test
  void refusesAnObjectThatIsTooLarge() {
    byte[] bytes = new byte[(int) Wire.LIMITS.streamBytes() + 1];
    assertRefused(
        () -> s3.putObject(in -> in.bucket("bucket").key("big"), RequestBody.fromBytes(bytes)),
        400,
        "EntityTooLarge");
  }

  @Test
  void listsFlattenedAndWrappedItems() {
    s3.putObject(in -> in.bucket("bucket").key("x<&>y"), RequestBody.fromString(""));
    ListObjectsV2Response list =
        s3.listObjectsV2(in -> in.bucket("bucket").prefix("a b/").maxKeys(7));
    assertThat(list.contents()).extracting("key").containsExactly("x<&>y");
    assertThat(list.contents()).extracting("size").containsExactly(1L << 40);
    assertThat(list.commonPrefixes()).extracting("prefix").containsExactly("a/", "b/");
    assertThat(list.prefix()).isEqualTo("a b/");
    assertThat(list.maxKeys()).isEqualTo(7);
    assertThat(s3.listBuckets().buckets()).extracting("name").containsExactly("one", "two");
  }

  @Test
  void readsXmlBodies() {
    assertThat(
            s3.deleteObjects(
                    in ->
                        in.bucket("bucket")
                            .delete(
                                delete ->
                                    delete.objects(
                                        ObjectIdentifier.builder().key("a").build(),
                                        ObjectIdentifier.builder().key("ü<").build())))
                .deleted())
        .extracting("key")
        .containsExactly("a", "ü<");
    assertThat(s3.createBucket(in -> in.bucket("plain")).location()).isEqualTo("/plain@-");
    assertThat(
            s3.createBucket(
                    in ->
                        in.bucket("far")
                            .createBucketConfiguration(
                                where -> where.locationConstraint("eu-west-1")))
                .location())
        .isEqualTo("/far@eu-west-1");
  }

  @Test
  void tellsOperationsOfOnePathApart() {
    assertThat(s3.getBucketLocation(in -> in.bucket("far")).locationConstraintAsString())
        .isEqualTo("eu-west-1");
    assertThat(s3.getBucketLocation(in -> in.bucket("here")).locationConstraintAsString())
        .isNullOrEmpty();
    assertThat(
            s3.copyObject(
                    in ->
                        in.sourceBucket("one")
                            .sourceKey("k")
                            .destinationBucket("two")
                            .destinationKey("l"))
                .copyObjectResult()
                .eTag())
        .isEqualTo("one/k>l");
    String upload = s3.createMultipartUpload(in -> in.bucket("bucket").key("k")).uploadId();
    String part =
        s3.uploadPart(
                in -> in.bucket("bucket").key("k").uploadId(upload).partNumber(3),
                RequestBody.fromString("four"))
            .eTag();
    assertThat(part).isEqualTo("3:4");
    assertThat(
            s3.completeMultipartUpload(
                    in ->
                        in.bucket("bucket")
                            .key("k")
                            .uploadId(upload)
                            .multipartUpload(
                                parts ->
                                    parts.parts(
                                        CompletedPart.builder().partNumber(3).eTag("x").build())))
                .eTag())
        .isEqualTo("[3x]u1");
  }

  @Test
  void writesAttributes() {
    assertThat(s3.getObjectAcl(in -> in.bucket("bucket").key("k")).grants().getFirst().grantee())
        .satisfies(
            grantee -> {
              assertThat(grantee.typeAsString()).isEqualTo("CanonicalUser");
              assertThat(grantee.id()).isEqualTo("me");
            });
  }

  @Test
  void answersErrorsAsS3Does() {
    assertThatThrownBy(() -> s3.getObjectAsBytes(in -> in.bucket("bucket").key("gone")))
        .isInstanceOfSatisfying(
            NoSuchKeyException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The specified key does not exist.");
              assertThat(e.extendedRequestId()).isNotEmpty();
            });
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("bucket").key("secret")), 403, "AccessDenied");
    assertRefused(() -> s3.getBucketPolicy(in -> in.bucket("bucket")), 501, "NotImplemented");
  }

  private static void assertRefused(Runnable call, int status, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }
}
