package dev.maitred.personalize.dataset;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetSummary;
import software.amazon.awssdk.services.personalize.model.Domain;

class DatasetsTest {
  private static final String ACTION_INTERACTIONS =
      """
      {"type": "record", "name": "ActionInteractions", "fields": [
        {"name": "USER_ID", "type": "string"},
        {"name": "ACTION_ID", "type": "string"},
        {"name": "EVENT_TYPE", "type": "string"},
        {"name": "TIMESTAMP", "type": "long"}]}""";

  @TempDir Path dir;
  private ControlPlane plane;
  private PersonalizeClient client;
  private Shop shop;

  @BeforeEach
  void open() {
    plane = ControlPlane.running(dir);
    client = plane.client();
    shop = new Shop(client);
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void hasAnArnMadeOfItsGroupAndItsType() {
    String group = shop.group("shop");
    String arn = shop.dataset(group, "interactions", Shop.INTERACTIONS);
    assertThat(arn)
        .isEqualTo("arn:aws:personalize:eu-west-1:111122223333:dataset/shop/INTERACTIONS");
    Dataset dataset = client.describeDataset(in -> in.datasetArn(arn)).dataset();
    assertThat(dataset.datasetType()).isEqualTo("INTERACTIONS");
    assertThat(dataset.datasetGroupArn()).isEqualTo(group);
    assertThat(dataset.name()).isEqualTo("shop-interactions");
    assertThat(dataset.trackingId()).isNull();
  }

  @Test
  void isTheOnlyOneOfItsTypeInTheGroup() {
    String group = shop.group("shop");
    String arn = shop.dataset(group, "Items", Shop.ITEMS);
    String schema = shop.schema("other", Shop.ITEMS);
    refused("ResourceAlreadyExistsException", arn, () -> create(group, "ITEMS", schema));
  }

  @Test
  void needsASchemaOfItsType() {
    String group = shop.group("shop");
    String schema = shop.schema("items", Shop.ITEMS);
    refused("InvalidInputException", "record name Items", () -> create(group, "USERS", schema));
    refused("InvalidInputException", "dataset type Films", () -> create(group, "Films", schema));
  }

  @Test
  void needsASchemaOfItsGroupsDomain() {
    String group = shop.group("shop", Domain.ECOMMERCE);
    String schema = shop.schema("interactions", Shop.INTERACTIONS);
    refused(
        "InvalidInputException", "domain ECOMMERCE", () -> create(group, "Interactions", schema));
  }

  @Test
  void needsAGroupThatIsActiveAndASchemaThatExists() {
    String group = shop.group("shop");
    String schema = shop.schema("items", Shop.ITEMS);
    refused("ResourceNotFoundException", group + "x", () -> create(group + "x", "Items", schema));
    refused("ResourceNotFoundException", schema + "x", () -> create(group, "Items", schema + "x"));
  }

  @Test
  void hasATrackingIdForActionInteractions() {
    String arn = shop.dataset(shop.group("shop"), "action_interactions", ACTION_INTERACTIONS);
    assertThat(arn).endsWith("dataset/shop/ACTION_INTERACTIONS");
    assertThat(client.describeDataset(in -> in.datasetArn(arn)).dataset().trackingId())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void keepsActionsOutOfDomains() {
    String group = shop.group("shop", Domain.ECOMMERCE);
    String schema = shop.schema("actions", ACTION_INTERACTIONS);
    refused(
        "InvalidInputException",
        "custom dataset groups",
        () -> create(group, "Action_Interactions", schema));
  }

  @Test
  void isListedByGroup() {
    String mine = shop.group("mine");
    String other = shop.group("other");
    shop.dataset(mine, "Interactions", Shop.INTERACTIONS);
    shop.dataset(mine, "Items", Shop.ITEMS);
    shop.dataset(other, "Items", Shop.ITEMS);
    assertThat(client.listDatasets(in -> in.datasetGroupArn(mine)).datasets())
        .extracting(DatasetSummary::datasetType)
        .containsExactly("INTERACTIONS", "ITEMS");
    assertThat(client.listDatasets(in -> {}).datasets()).hasSize(3);
  }

  @Test
  void keepsItsGroupAndItsSchemaUntilItIsDeleted() {
    String group = shop.group("shop");
    String arn = shop.dataset(group, "Items", Shop.ITEMS);
    String schema = client.describeDataset(in -> in.datasetArn(arn)).dataset().schemaArn();
    refused(
        "ResourceInUseException",
        "still has a dataset",
        () -> client.deleteDatasetGroup(in -> in.datasetGroupArn(group)));
    refused("ResourceInUseException", arn, () -> client.deleteSchema(in -> in.schemaArn(schema)));
    client.deleteDataset(in -> in.datasetArn(arn));
    ControlPlane.await(0, () -> client.listDatasets(in -> {}).datasets().size());
    client.deleteSchema(in -> in.schemaArn(schema));
    client.deleteDatasetGroup(in -> in.datasetGroupArn(group));
    ControlPlane.await(0, () -> client.listDatasetGroups(in -> {}).datasetGroups().size());
  }

  private void create(String group, String type, String schema) {
    client.createDataset(
        in -> in.name("second").datasetGroupArn(group).datasetType(type).schemaArn(schema));
  }
}
