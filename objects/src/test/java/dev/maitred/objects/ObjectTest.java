package dev.maitred.objects;

import static dev.maitred.objects.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class ObjectTest {
  private static final String BUCKET = "menus";

  @TempDir Path dir;
  private Store store;
  private S3Client s3;

  @BeforeEach
  void open() {
    store = Store.open(dir);
    s3 = store.client();
    s3.createBucket(in -> in.bucket(BUCKET));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lunch",
        "/lunch",
        "a//b",
        "../../etc/passwd",
        ".",
        "..",
        "a b+c",
        "50%2Foff",
        "%",
        "Menü/пир/🍰",
        "a\nb",
        "'; drop table object; --",
        "x?y&z=1#n",
        "dir/"
      })
  void keepsEveryKeyAsItIs(String key) {
    put(key, "soup");
    assertThat(get(key)).isEqualTo("soup");
    assertThat(s3.listObjectsV2(in -> in.bucket(BUCKET)).contents())
        .extracting(object -> object.key())
        .containsExactly(key);
  }

  @Test
  void keepsItsHeaders() {
    s3.putObject(
        in ->
            in.bucket(BUCKET)
                .key("lunch")
                .contentType("text/plain")
                .contentEncoding("gzip,aws-chunked")
                .cacheControl("max-age=60")
                .contentDisposition("inline")
                .contentLanguage("fr")
                .storageClass("STANDARD_IA")
                .tagging("course=first&price=low")
                .metadata(Map.of("cook", "Ada")),
        RequestBody.fromString("soup"));
    HeadObjectResponse head = s3.headObject(in -> in.bucket(BUCKET).key("lunch"));
    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.contentEncoding()).isEqualTo("gzip");
    assertThat(head.cacheControl()).isEqualTo("max-age=60");
    assertThat(head.contentDisposition()).isEqualTo("inline");
    assertThat(head.contentLanguage()).isEqualTo("fr");
    assertThat(head.storageClassAsString()).isEqualTo("STANDARD_IA");
    assertThat(head.tagCount()).isEqualTo(2);
    assertThat(head.metadata()).containsExactly(Map.entry("cook", "Ada"));
    assertThat(head.contentLength()).isEqualTo(4);
    assertThat(head.eTag()).isEqualTo("\"98a5f537c46e6a2bcd1066ec72b9a612\"");
    assertThat(head.lastModified()).isEqualTo(Store.START);
  }

  @Test
  void mayBeEmpty() {
    PutObjectResponse made = put("nothing", "");
    assertThat(made.eTag()).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
    assertThat(get("nothing")).isEmpty();
    assertThat(refusal(() -> get("nothing", "bytes=0-"))).isEqualTo("416 InvalidRange");
  }

  @Test
  void isNotThereBeforeItIsPut() {
    assertThat(refusal(() -> get("lunch"))).isEqualTo("404 NoSuchKey");
    assertThat(refusal(() -> s3.headObject(in -> in.bucket(BUCKET).key("lunch"))))
        .isEqualTo("404 NoSuchKey");
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket("nowhere").key("lunch"), RequestBody.fromString("soup"))))
        .isEqualTo("404 NoSuchBucket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-3    | 0123       | bytes 0-3/10
          bytes=4-     | 456789     | bytes 4-9/10
          bytes=-3     | 789        | bytes 7-9/10
          bytes=-30    | 0123456789 | bytes 0-9/10
          bytes=9-99   | 9          | bytes 9-9/10
          bytes=3-1    | 0123456789 |
          bytes=0-1,3-4| 0123456789 |
          lines=0-1    | 0123456789 |
          bytes=-      | 0123456789 |
          """)
  void isReadInPart(String range, String expected, String contentRange) {
    put("digits", "0123456789");
    assertThat(get("digits", range)).isEqualTo(expected);
    GetObjectResponse answer =
        s3.getObjectAsBytes(in -> in.bucket(BUCKET).key("digits").range(range)).response();
    assertThat(answer.contentRange()).isEqualTo(contentRange);
    assertThat(answer.contentLength()).isEqualTo(expected.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
  void refusesARangePastItsEnd(String range) {
    put("digits", "0123456789");
    assertThat(refusal(() -> get("digits", range))).isEqualTo("416 InvalidRange");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CRC32     | GQig/A==
          CRC32C    | Rstg7w==
          CRC64NVME | EuH46lZpMl4=
          SHA1      | k60e2vr6gcSW98Lzry4dUSmxRv8=
          SHA256    | kBT6yBhNe6nh3NgLjB4aopBq+KAfwebpCS5XXqv3uA0=
          """)
  void hasTheChecksumThatTheClientAskedFor(String algorithm, String expected) {
    s3.putObject(
        in -> in.bucket(BUCKET).key("lunch").checksumAlgorithm(algorithm),
        RequestBody.fromString("soup"));
    HeadObjectResponse head =
        s3.headObject(in -> in.bucket(BUCKET).key("lunch").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.toString()).contains("Checksum" + algorithm + "=" + expected);
    assertThat(s3.headObject(in -> in.bucket(BUCKET).key("lunch")).toString())
        .doesNotContain("Checksum");
  }

  @Test
  void leavesNothingIfABodyIsNotAsPromised() throws IOException {
    put("lunch", "soup");
    int files = store.files().size();
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("lunch").checksumCRC32("AAAAAA=="),
                        RequestBody.fromString("poison"))))
        .isEqualTo("400 BadDigest");
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("lunch").contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                        RequestBody.fromString("poison"))))
        .isEqualTo("400 BadDigest");
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("lunch"),
                        RequestBody.fromContentProvider(
                            ContentStreamProvider.fromUtf8String("short"), 100, "text/plain"))))
        .isEqualTo("400 IncompleteBody");
    assertThat(get("lunch")).isEqualTo("soup");
    assertThat(store.files()).hasSize(files);
  }

  @Test
  void leavesNothingIfTheBodyIsCutOff() throws IOException {
    int files = store.files().size();
    InputStream cut =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[1 << 20]),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    assertThatThrownBy(
            () ->
                s3.putObject(
                    in -> in.bucket(BUCKET).key("lunch"),
                    RequestBody.fromInputStream(cut, 2 << 20)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(refusal(() -> get("lunch"))).isEqualTo("404 NoSuchKey");
    assertThat(store.files()).hasSize(files);
  }

  @Test
  void isReadToItsEndThoughReplacedAndDeletedMeanwhile() throws IOException {
    byte[] bytes = new byte[3 << 20];
    new Random(1).nextBytes(bytes);
    s3.putObject(in -> in.bucket(BUCKET).key("lunch"), RequestBody.fromBytes(bytes));
    try (ResponseInputStream<GetObjectResponse> reader =
        s3.getObject(in -> in.bucket(BUCKET).key("lunch"))) {
      put("lunch", "soup");
      s3.deleteObject(in -> in.bucket(BUCKET).key("lunch"));
      assertThat(reader.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(store.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          same  |       |    |    | 200
          other |       |    |    | 412 PreconditionFailed
          *     |       |    |    | 200
                | same  |    |    | 304 NotModified
                | other |    |    | 200
                |       | -1 |    | 200
                |       |  0 |    | 304 NotModified
                |       |  1 |    | 304 NotModified
                |       |    |  0 | 200
                |       |    | -1 | 412 PreconditionFailed
          same  |       |    | -1 | 200
                | other |  1 |    | 200
                | same  | -1 |    | 304 NotModified
          """)
  void isAnsweredIfTheConditionsHold(
      String match, String noneMatch, Integer modified, Integer unmodified, String expected) {
    String eTag = put("lunch", "soup").eTag();
    String answer =
        refusal(
            () ->
                s3.headObject(
                    in ->
                        in.bucket(BUCKET)
                            .key("lunch")
                            .ifMatch(tag(match, eTag))
                            .ifNoneMatch(tag(noneMatch, eTag))
                            .ifModifiedSince(
                                modified == null
                                    ? null
                                    : Store.START.plus(Duration.ofHours(modified)))
                            .ifUnmodifiedSince(
                                unmodified == null
                                    ? null
                                    : Store.START.plus(Duration.ofHours(unmodified)))));
    assertThat(answer).isEqualTo(expected.equals("200") ? "no error" : expected);
  }

  private static String tag(String name, String eTag) {
    return "same".equals(name) ? eTag : name;
  }

  @Test
  void isPutOnlyIfTheConditionsHold() {
    String eTag = put("lunch", "soup").eTag();
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("lunch").ifNoneMatch("*"),
                        RequestBody.fromString("stew"))))
        .isEqualTo("412 PreconditionFailed");
    s3.putObject(
        in -> in.bucket(BUCKET).key("lunch").ifMatch(eTag), RequestBody.fromString("stew"));
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("lunch").ifMatch(eTag),
                        RequestBody.fromString("cake"))))
        .isEqualTo("412 PreconditionFailed");
    assertThat(get("lunch")).isEqualTo("stew");
  }

  @Test
  void isDeletedWithOthersAtOnce() throws IOException {
    put("a", "1");
    put("b", "2");
    DeleteObjectsResponse gone =
        s3.deleteObjects(
            in -> in.bucket(BUCKET).delete(keys -> keys.objects(id("a"), id("b"), id("never"))));
    assertThat(gone.deleted()).extracting(DeletedObject::key).containsExactly("a", "b", "never");
    assertThat(gone.errors()).isEmpty();
    assertThat(store.files()).isEmpty();
  }

  @Test
  void refusesWhatItWouldNotDo() {
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("k").serverSideEncryption("aws:kms"),
                        RequestBody.fromString("x"))))
        .isEqualTo("501 NotImplemented");
    assertThat(
            refusal(
                () ->
                    s3.putObject(
                        in -> in.bucket(BUCKET).key("k").acl("public-read"),
                        RequestBody.fromString("x"))))
        .isEqualTo("501 NotImplemented");
    assertThat(refusal(() -> put("k".repeat(1025), "x"))).isEqualTo("400 KeyTooLongError");
  }

  private static ObjectIdentifier id(String key) {
    return ObjectIdentifier.builder().key(key).build();
  }

  private PutObjectResponse put(String key, String text) {
    return s3.putObject(in -> in.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  private String get(String key) {
    return get(key, null);
  }

  private String get(String key, String range) {
    return s3.getObjectAsBytes(in -> in.bucket(BUCKET).key(key).range(range))
        .asString(StandardCharsets.UTF_8);
  }
}
