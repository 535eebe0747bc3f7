package dev.maitred.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListingTest {
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

  @Test
  void ordersKeysByTheirBytesInUtf8() {
    put("é", "z", "Z", "a/", "a", "a0", "a!", "\uFFFD", "\uD83C\uDF70", "😀");
    assertThat(keys(s3.listObjectsV2(in -> in.bucket(BUCKET))))
        .containsExactly("Z", "a", "a!", "a/", "a0", "z", "é", "\uFFFD", "\uD83C\uDF70", "😀");
  }

  /** Keys are one letter each or a path; a common prefix ends in the delimiter. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          a b/1 b/2 c        |     | /  |       | a b/ c
          a b/1 b/2 c        | b/  | /  |       | b/1 b/2
          a b/1 b/2 c        | b   | /  |       | b/
          a b/1 b/2 c        | x   | /  |       |
          a b/1 b/2 c        |     |    | b/1   | b/2 c
          a b/1 b/2 c        |     | /  | b/    | c
          a b/1 b/2 c        |     | /  | b/1   | c
          a b/1 b/2 c        |     | /  | a     | b/ c
          /a //b c           |     | /  |       | / c
          /a //b c           | /   | /  |       | // /a
          a-1 a-2 b--c b--d  |     | -- |       | b-- a-1 a-2
          p/q/r p/q/s p/t    | p/  | /  |       | p/q/ p/t
          p/q/r p/q/s p/t    | p/q | /  |       | p/q/
          """)
  void rollsKeysUp(String keys, String prefix, String delimiter, String after, String expected) {
    put(keys.split(" "));
    for (int most : new int[] {1000, 1, 2}) {
      assertThat(pages(prefix, delimiter, after, most))
          .as("pages of %d", most)
          .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }
  }

  @Test
  void leapsOverManyKeysUnderOnePrefix() {
    for (int i = 0; i < 250; i++) {
      put("b/" + i);
    }
    put("a", "c");
    assertThat(pages(null, "/", null, 1)).containsExactly("a", "b/", "c");
  }

  @Test
  void pagesThroughTheOldFormByMarker() {
    put("a/1", "b", "c/1", "d");
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      String from = marker;
      ListObjectsResponse page =
          s3.listObjects(in -> in.bucket(BUCKET).delimiter("/").maxKeys(1).marker(from));
      page.contents().forEach(object -> all.add(object.key()));
      page.commonPrefixes().forEach(prefix -> all.add(prefix.prefix()));
      marker = page.nextMarker();
    } while (marker != null);
    assertThat(all).containsExactly("a/", "b", "c/", "d");
  }

  @Test
  void encodesKeysIfAsked() {
    put("a b/c+d&é");
    ListObjectsV2Response page =
        s3.listObjectsV2(in -> in.bucket(BUCKET).encodingType("url").prefix("a "));
    assertThat(keys(page)).containsExactly("a+b/c%2Bd%26%C3%A9");
    assertThat(page.prefix()).isEqualTo("a+");
  }

  @Test
  void answersNothingIfNothingIsAskedFor() {
    put("a");
    ListObjectsV2Response page = s3.listObjectsV2(in -> in.bucket(BUCKET).maxKeys(0));
    assertThat(page.keyCount()).isZero();
    assertThat(page.isTruncated()).isFalse();
  }

  private List<String> pages(String prefix, String delimiter, String after, int most) {
    List<String> all = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListObjectsV2Response page =
          s3.listObjectsV2(
              in ->
                  in.bucket(BUCKET)
                      .prefix(prefix)
                      .delimiter(delimiter)
                      .startAfter(after)
                      .maxKeys(most)
                      .continuationToken(from));
      assertThat(page.keyCount()).isLessThanOrEqualTo(most);
      all.addAll(keys(page));
      page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(all::add);
      token = page.nextContinuationToken();
    } while (token != null);
    return all;
  }

  private static List<String> keys(ListObjectsV2Response page) {
    return page.contents().stream().map(S3Object::key).toList();
  }

  private void put(String... keys) {
    Stream<String> all = Arrays.stream(keys);
    all.forEach(key -> s3.putObject(in -> in.bucket(BUCKET).key(key), RequestBody.fromString(key)));
  }
}
