package dev.maitred.personalize.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.store.Database;
import dev.maitred.wire.AwsError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.Tag;

class ResourcesTest {
  private static final Place HERE = new Place("eu-west-1", "111122223333");
  private static final Place ELSEWHERE = new Place("us-east-1", "111122223333");

  @TempDir Path dir;
  private Database database;
  private Resources resources;

  @BeforeEach
  void open() {
    database = Database.open(dir.resolve("maitred.db"), List.of("personalize"));
    resources = new Resources(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsTheDescribeShapeAcrossReopening() {
    DatasetGroup shop = group(HERE, "shop");
    close();
    open();
    assertThat(resources.require(Kind.DATASET_GROUP, shop.datasetGroupArn())).isEqualTo(shop);
  }

  @Test
  void refusesASecondResourceOfTheSameArn() {
    group(HERE, "shop");
    group(ELSEWHERE, "shop");
    assertThatThrownBy(() -> group(HERE, "shop"))
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> assertThat(error.code()).isEqualTo("ResourceAlreadyExistsException"))
        .hasMessageContaining(HERE.arn(Kind.DATASET_GROUP, "shop"));
  }

  @Test
  void knowsNoResourceUnderAnotherKind() {
    DatasetGroup shop = group(HERE, "shop");
    assertThatThrownBy(() -> resources.require(Kind.CAMPAIGN, shop.datasetGroupArn()))
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> assertThat(error.code()).isEqualTo("ResourceNotFoundException"));
  }

  @Test
  void tellsApartASolutionAndItsVersionThoughTheirArnsShareASegment() {
    assertThat(Kind.called("solution")).contains(Kind.SOLUTION);
    assertThat(Kind.called("solution version")).contains(Kind.SOLUTION_VERSION);
  }

  @Test
  void updatesTheDocumentAndItsStatus() {
    String arn = group(HERE, "shop").datasetGroupArn();
    Instant later = Instant.ofEpochSecond(9);
    DatasetGroup changed =
        resources.update(
            Kind.DATASET_GROUP, arn, group -> Status.fail(group, "No more tables.", later));
    assertThat(resources.require(Kind.DATASET_GROUP, arn)).isEqualTo(changed);
    assertThat(changed.status()).isEqualTo("CREATE FAILED");
    assertThat(changed.failureReason()).isEqualTo("No more tables.");
    assertThat(changed.lastUpdatedDateTime()).isEqualTo(later);
    assertThat(changed.name()).isEqualTo("shop");
  }

  @Test
  void listsAPlacePageByPageOldestFirst() {
    List.of("c", "a", "b").forEach(name -> group(HERE, name));
    group(ELSEWHERE, "far");
    Page<DatasetGroup> first = groups(2, Optional.empty());
    assertThat(first.items()).extracting(DatasetGroup::name).containsExactly("c", "a");
    Page<DatasetGroup> second = groups(2, Optional.ofNullable(first.nextToken()));
    assertThat(second.items()).extracting(DatasetGroup::name).containsExactly("b");
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void givesNoTokenWhenThePageIsExactlyFull() {
    List.of("a", "b").forEach(name -> group(HERE, name));
    assertThat(groups(2, Optional.empty()).nextToken()).isNull();
  }

  @Test
  void refusesATokenOfAnotherListing() {
    List.of("a", "b").forEach(name -> group(HERE, name));
    Optional<String> token = Optional.ofNullable(groups(1, Optional.empty()).nextToken());
    List<Runnable> misuses =
        List.of(
            () -> resources.list(Kind.CAMPAIGN, new Listing(HERE, Optional.empty(), 1, token)),
            () ->
                resources.list(
                    Kind.DATASET_GROUP, new Listing(ELSEWHERE, Optional.empty(), 1, token)),
            () -> resources.list(Kind.DATASET_GROUP, new Listing(HERE, token, 1, token)),
            () -> groups(1, Optional.of("not base64!")),
            () -> groups(1, Optional.of("Z2FyYmFnZQ")));
    for (Runnable misuse : misuses) {
      assertThatThrownBy(misuse::run)
          .isInstanceOfSatisfying(
              AwsError.class,
              error -> assertThat(error.code()).isEqualTo("InvalidNextTokenException"));
    }
  }

  @Test
  void findsTheChildrenOfAParent() {
    resources.change(
        table -> {
          campaign(table, "one", "solution-a");
          campaign(table, "two", "solution-b");
          campaign(table, "three", "solution-a");
        });
    List<Campaign> children = resources.read(t -> t.children(Kind.CAMPAIGN, "solution-a"));
    assertThat(children).extracting(Campaign::name).containsExactly("one", "three");
  }

  @Test
  void dropsTheTagsOfADeletedResource() {
    String arn = group(HERE, "shop").datasetGroupArn();
    Tag team = Tag.builder().tagKey("team").tagValue("blue").build();
    resources.change(
        table -> {
          table.tags().put(arn, List.of(team));
        });
    assertThat(resources.<List<Tag>>read(table -> table.tags().of(arn))).containsExactly(team);
    resources.change(
        table -> {
          table.delete(arn);
        });
    group(HERE, "shop");
    assertThat(resources.<List<Tag>>read(table -> table.tags().of(arn))).isEmpty();
  }

  private Page<DatasetGroup> groups(int maxResults, Optional<String> token) {
    return resources.list(
        Kind.DATASET_GROUP, new Listing(HERE, Optional.empty(), maxResults, token));
  }

  private DatasetGroup group(Place place, String name) {
    DatasetGroup group =
        DatasetGroup.builder()
            .name(name)
            .datasetGroupArn(place.arn(Kind.DATASET_GROUP, name))
            .status(Status.ACTIVE)
            .creationDateTime(Instant.ofEpochMilli(1_700_000_000_123L))
            .build();
    resources.change(
        table -> {
          table.insert(Kind.DATASET_GROUP, group.datasetGroupArn(), name, null, group);
        });
    return group;
  }

  private static void campaign(ResourceTable table, String name, String solution) {
    String arn = HERE.arn(Kind.CAMPAIGN, name);
    table.insert(
        Kind.CAMPAIGN,
        arn,
        name,
        solution,
        Campaign.builder().name(name).campaignArn(arn).status(Status.ACTIVE).build());
  }
}
