package dev.maitred.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class OperationsTest {
  @TempDir Path dir;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(dir);
    S3Client s3 = store.client();
    s3.createBucket(in -> in.bucket("menus"));
    s3.putObject(
        in -> in.bucket("menus").key("lunch").tagging("course=first"),
        RequestBody.fromString("soup"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void haveARowForEveryMethodOfTheHandlersAndNoOther() {
    Set<String> built = new TreeSet<>();
    for (Object handler : store.service().handlers()) {
      Arrays.stream(handler.getClass().getDeclaredMethods())
          .filter(method -> isOperation(method))
          .forEach(method -> built.add(method.getName()));
    }
    Set<String> rows =
        store.service().rows().stream()
            .map(Row::operation)
            .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(built);
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(S3Client.class.getMethods())
        .anyMatch(
            one ->
                one.getName().equals(method.getName())
                    && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()));
  }

  @Test
  void readAnObjectUnderItsTags() {
    assertThat(required(GetObjectRequest.builder().bucket("menus").key("lunch").build()))
        .containsExactly(
            new Requirement(
                "s3:GetObject",
                "arn:aws:s3:::menus/lunch",
                Map.of("s3:ExistingObjectTag/course", List.of("first"))));
  }

  @Test
  void tellThatThereIsNoObjectOnlyToThoseWhoMayList() {
    assertThat(required(GetObjectRequest.builder().bucket("menus").key("dinner").build()))
        .containsExactly(
            Requirement.of("s3:GetObject", "arn:aws:s3:::menus/dinner"),
            Requirement.of("s3:ListBucket", "arn:aws:s3:::menus"));
  }

  @Test
  void listBucketsOnTheArnOfAllBuckets() {
    assertThat(required(ListBucketsRequest.builder().build()))
        .containsExactly(Requirement.of("s3:ListAllMyBuckets", "arn:aws:s3:::*"));
  }

  @Test
  void listUnderPrefixDelimiterAndNumber() {
    assertThat(
            required(
                ListObjectsV2Request.builder()
                    .bucket("menus")
                    .prefix("a/")
                    .delimiter("/")
                    .maxKeys(5)
                    .build()))
        .containsExactly(
            new Requirement(
                "s3:ListBucket",
                "arn:aws:s3:::menus",
                Map.of(
                    "s3:prefix", List.of("a/"),
                    "s3:delimiter", List.of("/"),
                    "s3:max-keys", List.of("5"))));
  }

  @Test
  void putTagsWithAnObjectOnlyForThoseWhoMayPutTags() {
    assertThat(
            required(PutObjectRequest.builder().bucket("menus").key("k").tagging("team=a").build()))
        .extracting(Requirement::action)
        .containsExactly("s3:PutObject", "s3:PutObjectTagging");
  }

  @Test
  void copyForThoseWhoMayReadTheSourceAndPutTheTarget() {
    assertThat(
            required(
                CopyObjectRequest.builder()
                    .copySource("menus/lunch")
                    .destinationBucket("bills")
                    .destinationKey("copy")
                    .build()))
        .extracting(need -> need.action() + " " + need.resource())
        .containsExactly(
            "s3:GetObject arn:aws:s3:::menus/lunch",
            "s3:GetObjectTagging arn:aws:s3:::menus/lunch",
            "s3:PutObject arn:aws:s3:::bills/copy",
            "s3:PutObjectTagging arn:aws:s3:::bills/copy");
  }

  @Test
  void deleteManyForThoseWhoMayDeleteEach() {
    assertThat(
            required(
                DeleteObjectsRequest.builder()
                    .bucket("menus")
                    .delete(
                        keys ->
                            keys.objects(
                                ObjectIdentifier.builder().key("a").build(),
                                ObjectIdentifier.builder().key("b").build()))
                    .build()))
        .extracting(Requirement::resource)
        .containsExactly("arn:aws:s3:::menus/a", "arn:aws:s3:::menus/b");
  }

  @SuppressWarnings("unchecked")
  private <I extends SdkPojo> List<Requirement> required(I input) {
    Row<I> row =
        (Row<I>)
            store.service().rows().stream()
                .filter(one -> one.input() == input.getClass())
                .findFirst()
                .orElseThrow();
    return row.requirements().apply(input);
  }
}
