package dev.maitred.objects;

import static dev.maitred.objects.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class BucketTest {
  @TempDir Path dir;
  private Store store;
  private S3Client s3;

  @BeforeEach
  void open() {
    store = Store.open(dir);
    s3 = store.client();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isFoundOnceMade() {
    CreateBucketResponse made = s3.createBucket(in -> in.bucket("menus"));
    assertThat(made.location()).isEqualTo("/menus");
    assertThat(s3.headBucket(in -> in.bucket("menus")).bucketRegion()).isEqualTo("us-east-1");
    assertThat(s3.listBuckets().buckets())
        .containsExactly(
            Bucket.builder()
                .name("menus")
                .bucketArn("arn:aws:s3:::menus")
                .bucketRegion("us-east-1")
                .creationDate(Store.START)
                .build());
  }

  @Test
  void isNotFoundBefore() {
    assertThat(refusal(() -> s3.headBucket(in -> in.bucket("menus"))))
        .isEqualTo("404 NoSuchBucket");
    assertThat(refusal(() -> s3.deleteBucket(in -> in.bucket("menus"))))
        .isEqualTo("404 NoSuchBucket");
  }

  @Test
  void mayBeMadeAgainInUsEast1ButNowhereElse() {
    s3.createBucket(in -> in.bucket("menus"));
    s3.createBucket(in -> in.bucket("menus"));
    create(s3, "wines", "eu-west-1");
    assertThat(refusal(() -> create(s3, "wines", "eu-west-1")))
        .isEqualTo("409 BucketAlreadyOwnedByYou");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Menus",
        "menu_cards",
        "-menus",
        "menus-",
        "me..nus",
        "192.168.5.4",
        "xn--a"
      })
  void hasANameThatKeepsTheRules(String name) {
    assertThat(refusal(() -> s3.createBucket(in -> in.bucket(name))))
        .isEqualTo("400 InvalidBucketName");
  }

  @Test
  void goesOnlyWhenEmpty() {
    s3.createBucket(in -> in.bucket("menus"));
    s3.putObject(in -> in.bucket("menus").key("lunch"), RequestBody.fromString("soup"));
    assertThat(refusal(() -> s3.deleteBucket(in -> in.bucket("menus"))))
        .isEqualTo("409 BucketNotEmpty");
    s3.deleteObject(in -> in.bucket("menus").key("lunch"));
    s3.deleteBucket(in -> in.bucket("menus"));
    assertThat(s3.listBuckets().buckets()).isEmpty();
  }

  @Test
  void belongsToTheAccountAndNoOther() {
    s3.createBucket(in -> in.bucket("menus"));
    s3.headBucket(in -> in.bucket("menus").expectedBucketOwner(Store.ACCOUNT));
    assertThat(
            refusal(
                () -> s3.headBucket(in -> in.bucket("menus").expectedBucketOwner("0".repeat(12)))))
        .isEqualTo("ACCESS_DENIED");
    assertThat(refusal(() -> s3.headBucket(in -> in.bucket("menus").expectedBucketOwner("me"))))
        .isEqualTo("400 InvalidBucketOwnerAWSAccountID");
  }

  @Test
  void isReachedFromItsOwnRegionOnly() {
    create(s3, "menus", "eu-central-1");
    assertThat(refusal(() -> s3.listObjectsV2(in -> in.bucket("menus"))))
        .isEqualTo("400 AuthorizationHeaderMalformed");
    assertThat(refusal(() -> s3.deleteBucket(in -> in.bucket("menus"))))
        .isEqualTo("400 AuthorizationHeaderMalformed");
    assertThat(s3.getBucketLocation(in -> in.bucket("menus")).locationConstraintAsString())
        .isEqualTo("eu-central-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-east-1 |              | us-east-1
          us-east-1 | us-east-1    | 400 InvalidLocationConstraint
          us-east-1 | atlantis     | 400 InvalidLocationConstraint
          us-east-1 | eu-central-1 | eu-central-1
          us-east-1 | EU           | eu-west-1
          eu-west-1 |              | 400 IllegalLocationConstraintException
          eu-west-1 | us-west-2    | 400 IllegalLocationConstraintException
          eu-west-1 | eu-west-1    | eu-west-1
          """)
  void liesWhereTheConstraintSays(String endpoint, String constraint, String expected) {
    S3Client client = store.client(endpoint);
    if (expected.startsWith("400")) {
      assertThat(refusal(() -> create(client, "menus", constraint))).isEqualTo(expected);
    } else {
      create(client, "menus", constraint);
      assertThat(client.headBucket(in -> in.bucket("menus")).bucketRegion()).isEqualTo(expected);
    }
  }

  @Test
  void isListedPageByPage() {
    for (String name : new String[] {"wines", "menus", "bills"}) {
      s3.createBucket(in -> in.bucket(name));
    }
    ListBucketsResponse first = s3.listBuckets(in -> in.maxBuckets(2));
    ListBucketsResponse second =
        s3.listBuckets(in -> in.maxBuckets(2).continuationToken(first.continuationToken()));
    assertThat(first.buckets()).extracting(Bucket::name).containsExactly("bills", "menus");
    assertThat(second.buckets()).extracting(Bucket::name).containsExactly("wines");
    assertThat(second.continuationToken()).isNull();
  }

  private static void create(S3Client client, String name, String constraint) {
    client.createBucket(
        in -> {
          in.bucket(name);
          if (constraint != null) {
            in.createBucketConfiguration(where -> where.locationConstraint(constraint));
          }
        });
  }
}
