package dev.maitred.personalize.campaign;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import dev.maitred.personalize.Training;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.CampaignSummary;

class CampaignsTest {
  @TempDir Path dir;
  private ControlPlane plane;
  private PersonalizeClient client;
  private Shop shop;
  private String group;
  private String solution;
  private String version;

  @BeforeEach
  void open() {
    plane = ControlPlane.trainedBy(dir, Training::atOnce);
    client = plane.client();
    shop = new Shop(client);
    group = shop.group("shop");
    solution = shop.solution(group, "taste");
    version = shop.activeVersion(solution);
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void deploysAVersion() {
    String arn = deploy(version);
    Campaign campaign = describe(arn);
    assertThat(arn).isEqualTo("arn:aws:personalize:eu-west-1:111122223333:campaign/front-page");
    assertThat(campaign.solutionVersionArn()).isEqualTo(version);
    assertThat(campaign.minProvisionedTPS()).isEqualTo(1);
    assertThat(campaign.latestCampaignUpdate()).isNull();
  }

  @Test
  void deploysTheLatestVersionOfASolution() {
    String newest = shop.activeVersion(solution);
    String arn = deploy(solution + "/$LATEST");
    assertThat(describe(arn).solutionVersionArn()).isEqualTo(newest);
  }

  @Test
  void needsAVersionThatExists() {
    refused("ResourceNotFoundException", solution, () -> deploy(solution));
    refused("ResourceNotFoundException", version + "0", () -> deploy(version + "0"));
    String untrained = shop.solution(group, "untrained");
    refused("ResourceInUseException", "no ACTIVE", () -> deploy(untrained + "/$LATEST"));
  }

  @Test
  void checksItsConfigurationAgainstTheRecipe() {
    invalid(
        "itemExplorationConfig is only for the recipe",
        c -> c.itemExplorationConfig(Map.of("explorationWeight", "0.3")));
    invalid("SolutionArn/$LATEST", c -> c.syncWithLatestSolutionVersion(true));
  }

  @Test
  void becomesWhatAnUpdateSaysOnceThatIsActive() {
    String arn = deploy(version);
    String newest = shop.activeVersion(solution);
    client.updateCampaign(
        in -> in.campaignArn(arn).solutionVersionArn(newest).minProvisionedTPS(3));
    ControlPlane.await("ACTIVE", () -> describe(arn).latestCampaignUpdate().status());
    assertThat(describe(arn).solutionVersionArn()).isEqualTo(newest);
    assertThat(describe(arn).minProvisionedTPS()).isEqualTo(3);
    assertThat(describe(arn).status()).isEqualTo("ACTIVE");
  }

  @Test
  void keepsWhatAnUpdateLeavesOut() {
    String arn = deploy(version);
    client.updateCampaign(in -> in.campaignArn(arn).minProvisionedTPS(2));
    ControlPlane.await("ACTIVE", () -> describe(arn).latestCampaignUpdate().status());
    assertThat(describe(arn).solutionVersionArn()).isEqualTo(version);
  }

  @Test
  void keepsItsSolutionAndDataUntilItIsDeleted() {
    String dataset = shop.dataset(group, "Interactions", Shop.INTERACTIONS);
    String arn = deploy(version);
    refused(
        "ResourceInUseException", arn, () -> client.deleteSolution(in -> in.solutionArn(solution)));
    refused(
        "ResourceInUseException",
        "in use by its dataset group's campaign",
        () -> client.deleteDataset(in -> in.datasetArn(dataset)));
    client.deleteCampaign(in -> in.campaignArn(arn));
    ControlPlane.await(0, () -> client.listCampaigns(in -> {}).campaigns().size());
    client.deleteDataset(in -> in.datasetArn(dataset));
    client.deleteSolution(in -> in.solutionArn(solution));
    ControlPlane.await(0, () -> client.listSolutions(in -> {}).solutions().size());
  }

  @Test
  void isListedBySolution() {
    String arn = deploy(version);
    String other = shop.solution(group, "other");
    assertThat(client.listCampaigns(in -> in.solutionArn(solution)).campaigns())
        .extracting(CampaignSummary::campaignArn)
        .containsExactly(arn);
    assertThat(client.listCampaigns(in -> in.solutionArn(other)).campaigns()).isEmpty();
  }

  private String deploy(String versionArn) {
    String arn =
        client
            .createCampaign(in -> in.name("front-page").solutionVersionArn(versionArn))
            .campaignArn();
    ControlPlane.await("ACTIVE", () -> describe(arn).status());
    return arn;
  }

  private Campaign describe(String arn) {
    return client.describeCampaign(in -> in.campaignArn(arn)).campaign();
  }

  private void invalid(String says, Consumer<CampaignConfig.Builder> config) {
    refused(
        "InvalidInputException",
        says,
        () ->
            client.createCampaign(
                in -> in.name("x").solutionVersionArn(version).campaignConfig(config)));
  }
}
