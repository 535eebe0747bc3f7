package dev.maitred.personalize.datasetgroup;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupResponse;
import software.amazon.awssdk.services.personalize.model.DatasetGroupSummary;
import software.amazon.awssdk.services.personalize.model.Domain;

class DatasetGroupsTest {
  private static final String SHOP =
      "arn:aws:personalize:eu-west-1:111122223333:dataset-group/shop";

  @TempDir Path dir;
  private ControlPlane plane;
  private PersonalizeClient client;

  @BeforeEach
  void open() {
    plane = ControlPlane.idle(dir);
    client = plane.client();
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void isPendingThenActive() {
    CreateDatasetGroupResponse created =
        client.createDatasetGroup(in -> in.name("shop").domain(Domain.ECOMMERCE));
    assertThat(created.datasetGroupArn()).isEqualTo(SHOP);
    assertThat(created.domain()).isEqualTo(Domain.ECOMMERCE);
    assertThat(status()).isEqualTo("CREATE PENDING");
    plane.start();
    ControlPlane.await("ACTIVE", this::status);
  }

  @Test
  void isFinishedByTheNextProcess() {
    client.createDatasetGroup(in -> in.name("shop"));
    plane.close();
    plane = ControlPlane.running(dir);
    client = plane.client();
    ControlPlane.await("ACTIVE", this::status);
  }

  @Test
  void cannotBeDeletedWhileItIsMade() {
    client.createDatasetGroup(in -> in.name("shop"));
    refused("ResourceInUseException", "CREATE PENDING", () -> delete());
  }

  @Test
  void goesByWayOfDeletePending() {
    client.createDatasetGroup(in -> in.name("shop"));
    plane.start();
    ControlPlane.await("ACTIVE", this::status);
    delete();
    ControlPlane.await(0, () -> client.listDatasetGroups(in -> {}).datasetGroups().size());
    refused("ResourceNotFoundException", "Resource Arn " + SHOP + " does not exist.", this::status);
  }

  @Test
  void refusesARoleWithoutAKey() {
    refused(
        "InvalidInputException",
        "kmsKeyArn",
        () ->
            client.createDatasetGroup(
                in -> in.name("shop").roleArn("arn:aws:iam::111122223333:role/reader")));
  }

  @Test
  void belongsToOneRegion() {
    client.createDatasetGroup(in -> in.name("shop"));
    PersonalizeClient virginia = plane.client(PersonalizeClient.class, "us-east-1");
    assertThat(virginia.listDatasetGroups(in -> {}).datasetGroups()).isEmpty();
    virginia.createDatasetGroup(in -> in.name("shop"));
    refused(
        "ResourceAlreadyExistsException",
        SHOP,
        () -> client.createDatasetGroup(in -> in.name("shop")));
  }

  @Test
  void areListedByThePaginator() {
    for (int i = 0; i < 5; i++) {
      String name = "group-" + i;
      client.createDatasetGroup(in -> in.name(name));
    }
    assertThat(client.listDatasetGroupsPaginator(in -> in.maxResults(2)).datasetGroups())
        .extracting(DatasetGroupSummary::name)
        .containsExactly("group-0", "group-1", "group-2", "group-3", "group-4");
  }

  private String status() {
    return client.describeDatasetGroup(in -> in.datasetGroupArn(SHOP)).datasetGroup().status();
  }

  private void delete() {
    client.deleteDatasetGroup(in -> in.datasetGroupArn(SHOP));
  }
}
