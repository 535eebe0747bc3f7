package dev.maitred.objects;

import static dev.maitred.objects.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

class CopyAndTagTest {
  private static final String BUCKET = "menus";

  @TempDir Path dir;
  private Store store;
  private S3Client s3;

  @BeforeEach
  void open() {
    store = Store.open(dir);
    s3 = store.client();
    s3.createBucket(in -> in.bucket(BUCKET));
    s3.putObject(
        in ->
            in.bucket(BUCKET)
                .key("a b+c/é%2F")
                .contentType("text/plain")
                .storageClass("STANDARD_IA")
                .metadata(Map.of("cook", "Ada"))
                .tagging("course=first"),
        RequestBody.fromString("soup"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"menus/a%20b+c/%C3%A9%252F", "/menus/a%20b%2Bc%2F%C3%A9%252F?versionId=null"})
  void takesHeadersAndTagsAlong(String source) {
    s3.copyObject(in -> to(in, "copy").copySource(source));
    HeadObjectResponse head = s3.headObject(in -> in.bucket(BUCKET).key("copy"));
    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.metadata()).containsExactly(Map.entry("cook", "Ada"));
    assertThat(head.storageClass()).isNull();
    assertThat(head.tagCount()).isEqualTo(1);
    assertThat(text("copy")).isEqualTo("soup");
  }

  @Test
  void replacesHeadersAndTagsIfAsked() {
    s3.copyObject(
        in ->
            from(to(in, "copy"))
                .metadataDirective("REPLACE")
                .metadata(Map.of("cook", "Eve"))
                .taggingDirective("REPLACE"));
    HeadObjectResponse head = s3.headObject(in -> in.bucket(BUCKET).key("copy"));
    assertThat(head.contentType()).isEqualTo("binary/octet-stream");
    assertThat(head.metadata()).containsExactly(Map.entry("cook", "Eve"));
    assertThat(head.tagCount()).isNull();
  }

  @Test
  void changesAnObjectInPlaceOnlyIfItChangesSomething() {
    assertThat(refusal(() -> s3.copyObject(in -> from(to(in, "a b+c/é%2F")))))
        .isEqualTo("400 InvalidRequest");
    s3.copyObject(
        in -> from(to(in, "a b+c/é%2F")).metadataDirective("REPLACE").contentType("text/html"));
    assertThat(text("a b+c/é%2F")).isEqualTo("soup");
  }

  @Test
  void checksTheSource() {
    assertThat(refusal(() -> s3.copyObject(in -> to(in, "copy").copySource("menus/none"))))
        .isEqualTo("404 NoSuchKey");
    assertThat(refusal(() -> s3.copyObject(in -> to(in, "copy").copySource("nowhere/none"))))
        .isEqualTo("404 NoSuchBucket");
    assertThat(refusal(() -> s3.copyObject(in -> to(in, "copy").copySource("menus"))))
        .isEqualTo("400 InvalidArgument");
    assertThat(
            refusal(() -> s3.copyObject(in -> from(to(in, "copy")).copySourceIfMatch("\"other\""))))
        .isEqualTo("412 PreconditionFailed");
  }

  @Test
  void givesAnObjectOtherTags() {
    List<Tag> tags = List.of(tag("price", "low"), tag("season", "a b"));
    s3.putObjectTagging(in -> in.bucket(BUCKET).key("a b+c/é%2F").tagging(set -> set.tagSet(tags)));
    assertThat(s3.getObjectTagging(in -> in.bucket(BUCKET).key("a b+c/é%2F")).tagSet())
        .isEqualTo(tags);
    s3.deleteObjectTagging(in -> in.bucket(BUCKET).key("a b+c/é%2F"));
    assertThat(s3.getObjectTagging(in -> in.bucket(BUCKET).key("a b+c/é%2F")).tagSet()).isEmpty();
  }

  @Test
  void givesABucketTags() {
    assertThat(refusal(() -> s3.getBucketTagging(in -> in.bucket(BUCKET))))
        .isEqualTo("404 NoSuchTagSet");
    s3.putBucketTagging(in -> in.bucket(BUCKET).tagging(set -> set.tagSet(tag("team", "kitchen"))));
    assertThat(s3.getBucketTagging(in -> in.bucket(BUCKET)).tagSet())
        .containsExactly(tag("team", "kitchen"));
  }

  @Test
  void refusesTagsThatBreakTheRules() {
    List<Tag> many = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      many.add(tag("k" + i, "v"));
    }
    assertThat(put(many)).isEqualTo("400 BadRequest");
    assertThat(put(List.of(tag("k", "1"), tag("k", "2")))).isEqualTo("400 InvalidTag");
    assertThat(put(List.of(tag("aws:k", "1")))).isEqualTo("400 InvalidTag");
    assertThat(put(List.of(tag("k", "v".repeat(257))))).isEqualTo("400 InvalidTag");
  }

  private String put(List<Tag> tags) {
    return refusal(
        () ->
            s3.putObjectTagging(
                in -> in.bucket(BUCKET).key("a b+c/é%2F").tagging(set -> set.tagSet(tags))));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static CopyObjectRequest.Builder to(CopyObjectRequest.Builder in, String key) {
    return in.destinationBucket(BUCKET).destinationKey(key);
  }

  private static CopyObjectRequest.Builder from(CopyObjectRequest.Builder in) {
    return in.copySource("menus/a%20b+c/%C3%A9%252F");
  }

  private String text(String key) {
    return s3.getObjectAsBytes(in -> in.bucket(BUCKET).key(key)).asUtf8String();
  }

  @Test
  void refusesARequestWithoutItsDocument() {
    List<ThrowingCallable> incomplete =
        List.of(
            () -> s3.deleteObjects(in -> in.bucket(BUCKET)),
            () -> s3.deleteObjects(in -> in.bucket(BUCKET).delete(all -> all.objects(key -> {}))),
            () -> s3.putObjectTagging(in -> in.bucket(BUCKET).key("lunch")),
            () -> s3.putBucketTagging(in -> in.bucket(BUCKET)));
    for (ThrowingCallable call : incomplete) {
      assertThat(refusal(call)).isEqualTo("400 MalformedXML");
    }
  }
}
