package dev.maitred.objects;

import static dev.maitred.objects.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

class MultipartTest {
  private static final String BUCKET = "menus";
  private static final String KEY = "feast.csv";
  private static final int PART = 5 << 20;
  private static final byte[] BYTES = bytes(20 << 20);

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

  @Test
  void makesOneObjectOfItsParts() throws IOException {
    String id = start(null, null);
    List<CompletedPart> parts = uploadAll(id, null);
    CompleteMultipartUploadResponse done = complete(id, parts);

    assertThat(done.eTag()).isEqualTo("\"" + md5OfMd5s() + "-4\"");
    try (ResponseInputStream<GetObjectResponse> whole =
        s3.getObject(in -> in.bucket(BUCKET).key(KEY))) {
      assertThat(whole.readAllBytes()).isEqualTo(BYTES);
    }
    assertThat(get("bytes=5242870-5242890")).isEqualTo(Arrays.copyOfRange(BYTES, 5242870, 5242891));
    assertThat(get("bytes=-7"))
        .isEqualTo(Arrays.copyOfRange(BYTES, BYTES.length - 7, BYTES.length));
    assertThat(store.files()).hasSize(4);
    assertThat(refusal(() -> complete(id, parts))).isEqualTo("404 NoSuchUpload");
  }

  /** The object's checksum is that of its bytes, or, made of its parts', has their number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CRC32     | FULL_OBJECT
          CRC32C    | FULL_OBJECT
          CRC64NVME | FULL_OBJECT
          CRC32     | COMPOSITE
          SHA256    | COMPOSITE
          """)
  void hasAChecksumOfBytesOrOfParts(String algorithm, String type) {
    String id = start(algorithm, type);
    complete(id, uploadAll(id, algorithm));
    HeadObjectResponse head =
        s3.headObject(in -> in.bucket(BUCKET).key(KEY).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumTypeAsString()).isEqualTo(type);
    if (type.equals("COMPOSITE")) {
      assertThat(head.toString()).containsPattern("Checksum" + algorithm + "=[^,]*-4[,)]");
    } else {
      s3.putObject(
          in -> in.bucket(BUCKET).key("whole").checksumAlgorithm(algorithm),
          RequestBody.fromBytes(BYTES));
      HeadObjectResponse whole =
          s3.headObject(in -> in.bucket(BUCKET).key("whole").checksumMode(ChecksumMode.ENABLED));
      assertThat(head.getValueForField("Checksum" + algorithm, String.class))
          .isPresent()
          .isEqualTo(whole.getValueForField("Checksum" + algorithm, String.class));
    }
  }

  @Test
  void refusesChecksumsThatDoNotGoTogether() {
    assertThat(refusal(() -> start("SHA256", "FULL_OBJECT"))).isEqualTo("400 InvalidRequest");
    assertThat(refusal(() -> start("CRC64NVME", "COMPOSITE"))).isEqualTo("400 InvalidRequest");
    assertThat(refusal(() -> start(null, "COMPOSITE"))).isEqualTo("400 InvalidRequest");
    String id = start("SHA256", null);
    assertThat(refusal(() -> upload(id, 1, new byte[1], "CRC32"))).isEqualTo("400 InvalidRequest");
    List<CompletedPart> parts = new ArrayList<>(uploadAll(id, "SHA256"));
    parts.set(0, parts.getFirst().toBuilder().checksumSHA256(null).build());
    assertThat(refusal(() -> complete(id, parts))).isEqualTo("400 InvalidRequest");
  }

  @Test
  void takesPartsWithAnyChecksumIfNoneWasNamed() {
    String id = start(null, null);
    UploadPartResponse part = upload(id, 1, new byte[3], "CRC32");
    assertThat(part.checksumCRC32()).isEqualTo("/0HZEg==");
    complete(id, List.of(listed(1, part, null)));
    HeadObjectResponse head =
        s3.headObject(in -> in.bucket(BUCKET).key(KEY).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumCRC64NVME()).isNotNull();
    assertThat(head.checksumCRC32()).isNull();
  }

  @Test
  void refusesPartsThatAreNotAsListed() {
    String id = start(null, null);
    UploadPartResponse small = upload(id, 1, new byte[4], null);
    UploadPartResponse other = upload(id, 3, new byte[5], null);
    CompletedPart first = listed(1, small, null);
    CompletedPart third = listed(3, other, null);
    CompletedPart wrong = listed(1, other, null);
    CompletedPart second = listed(2, small, null);
    assertThat(refusal(() -> complete(id, List.of()))).isEqualTo("400 InvalidRequest");
    assertThat(refusal(() -> complete(id, List.of(third, first))))
        .isEqualTo("400 InvalidPartOrder");
    assertThat(refusal(() -> complete(id, List.of(first, first))))
        .isEqualTo("400 InvalidPartOrder");
    assertThat(refusal(() -> complete(id, List.of(wrong)))).isEqualTo("400 InvalidPart");
    assertThat(refusal(() -> complete(id, List.of(second)))).isEqualTo("400 InvalidPart");
    assertThat(refusal(() -> complete(id, List.of(first, third)))).isEqualTo("400 EntityTooSmall");
    assertThat(refusal(() -> upload(id, 0, new byte[1], null))).isEqualTo("400 InvalidArgument");
    assertThat(refusal(() -> upload(id, 10_001, new byte[1], null)))
        .isEqualTo("400 InvalidArgument");
    assertThat(refusal(() -> upload("fakeid", 1, new byte[1], null))).isEqualTo("404 NoSuchUpload");
  }

  @Test
  void leavesOutAndRemovesPartsThatAreNotListedOrReplaced() throws IOException {
    String id = start(null, null);
    upload(id, 1, new byte[] {1}, null);
    UploadPartResponse again = upload(id, 1, new byte[] {2}, null);
    upload(id, 2, new byte[] {3}, null);
    complete(id, List.of(listed(1, again, null)));
    assertThat(get(null)).containsExactly(2);
    assertThat(store.files()).hasSize(1);
  }

  @Test
  void leavesNothingWhenAborted() throws IOException {
    String id = start(null, null);
    upload(id, 1, new byte[100], null);
    s3.abortMultipartUpload(in -> in.bucket(BUCKET).key(KEY).uploadId(id));
    assertThat(store.files()).isEmpty();
    assertThat(s3.listMultipartUploads(in -> in.bucket(BUCKET)).uploads()).isEmpty();
    assertThat(refusal(() -> upload(id, 1, new byte[1], null))).isEqualTo("404 NoSuchUpload");
  }

  @Test
  void survivesReopening() {
    String id = start(null, null);
    UploadPartResponse part = upload(id, 1, new byte[] {7}, null);
    store.close();
    open(dir);
    complete(id, List.of(listed(1, part, null)));
    assertThat(get(null)).containsExactly(7);
  }

  private void open(Path folder) {
    store = Store.open(folder);
    s3 = store.client();
  }

  @Test
  void isListedWithItsParts() {
    String id = start(null, null);
    for (int number : new int[] {5, 2, 9}) {
      upload(id, number, new byte[number], null);
    }
    ListPartsResponse first =
        s3.listParts(in -> in.bucket(BUCKET).key(KEY).uploadId(id).maxParts(2));
    ListPartsResponse rest =
        s3.listParts(
            in ->
                in.bucket(BUCKET)
                    .key(KEY)
                    .uploadId(id)
                    .partNumberMarker(first.nextPartNumberMarker()));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.parts()).extracting(Part::partNumber).containsExactly(2, 5);
    assertThat(rest.isTruncated()).isFalse();
    assertThat(rest.parts()).extracting(Part::size).containsExactly(9L);
    assertThat(s3.listMultipartUploads(in -> in.bucket(BUCKET)).uploads())
        .extracting(MultipartUpload::uploadId)
        .containsExactly(id);
    assertThat(s3.listMultipartUploads(in -> in.bucket(BUCKET).prefix("x")).uploads()).isEmpty();
  }

  @Test
  void takesPartsFromAnotherObject() {
    s3.putObject(in -> in.bucket(BUCKET).key("a b/é+"), RequestBody.fromBytes(BYTES));
    String id = start(null, null);
    String eTag =
        s3.uploadPartCopy(
                in ->
                    in.destinationBucket(BUCKET)
                        .destinationKey(KEY)
                        .uploadId(id)
                        .partNumber(1)
                        .copySource(BUCKET + "/a%20b/%C3%A9+")
                        .copySourceRange("bytes=10-19"))
            .copyPartResult()
            .eTag();
    complete(id, List.of(CompletedPart.builder().partNumber(1).eTag(eTag).build()));
    assertThat(get(null)).isEqualTo(Arrays.copyOfRange(BYTES, 10, 20));
  }

  @Test
  void isReadByPart() {
    String id = start(null, null);
    complete(id, uploadAll(id, null));
    GetObjectResponse last =
        s3.getObjectAsBytes(in -> in.bucket(BUCKET).key(KEY).partNumber(4)).response();
    assertThat(last.contentRange()).isEqualTo("bytes 15728640-20971519/20971520");
    assertThat(last.partsCount()).isEqualTo(4);
    assertThat(refusal(() -> s3.headObject(in -> in.bucket(BUCKET).key(KEY).partNumber(5))))
        .isEqualTo("416 InvalidPartNumber");
  }

  private String start(String algorithm, String type) {
    return s3.createMultipartUpload(
            in -> in.bucket(BUCKET).key(KEY).checksumAlgorithm(algorithm).checksumType(type))
        .uploadId();
  }

  private UploadPartResponse upload(String id, int number, byte[] bytes, String algorithm) {
    return s3.uploadPart(
        in ->
            in.bucket(BUCKET).key(KEY).uploadId(id).partNumber(number).checksumAlgorithm(algorithm),
        RequestBody.fromBytes(bytes));
  }

  private List<CompletedPart> uploadAll(String id, String algorithm) {
    List<CompletedPart> parts = new ArrayList<>();
    for (int number = 1; number <= BYTES.length / PART; number++) {
      byte[] part = Arrays.copyOfRange(BYTES, (number - 1) * PART, number * PART);
      parts.add(listed(number, upload(id, number, part, algorithm), algorithm));
    }
    return parts;
  }

  private static CompletedPart listed(int number, UploadPartResponse part, String algorithm) {
    CompletedPart.Builder listed = CompletedPart.builder().partNumber(number).eTag(part.eTag());
    if (algorithm != null) {
      listed
          .checksumCRC32(part.checksumCRC32())
          .checksumCRC32C(part.checksumCRC32C())
          .checksumCRC64NVME(part.checksumCRC64NVME())
          .checksumSHA256(part.checksumSHA256());
    }
    return listed.build();
  }

  private CompleteMultipartUploadResponse complete(String id, List<CompletedPart> parts) {
    return s3.completeMultipartUpload(
        in -> in.bucket(BUCKET).key(KEY).uploadId(id).multipartUpload(all -> all.parts(parts)));
  }

  private byte[] get(String range) {
    return s3.getObjectAsBytes(in -> in.bucket(BUCKET).key(KEY).range(range)).asByteArray();
  }

  private static String md5OfMd5s() {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    for (int start = 0; start < BYTES.length; start += PART) {
      hashes.writeBytes(md5(Arrays.copyOfRange(BYTES, start, start + PART)));
    }
    return HexFormat.of().formatHex(md5(hashes.toByteArray()));
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
