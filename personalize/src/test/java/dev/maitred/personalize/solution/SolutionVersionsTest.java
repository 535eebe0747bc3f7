package dev.maitred.personalize.solution;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import dev.maitred.personalize.Training;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.TrainingMode;
import software.amazon.awssdk.services.personalize.model.TrainingType;

class SolutionVersionsTest {
  @TempDir Path dir;
  private final CountDownLatch trained = new CountDownLatch(1);
  private ControlPlane plane;
  private PersonalizeClient client;
  private Shop shop;
  private String solution;

  @BeforeEach
  void open() {
    plane = ControlPlane.trainedBy(dir, resources -> Training.until(resources, trained));
    client = plane.client();
    shop = new Shop(client);
    solution = shop.solution(shop.group("shop"), "taste");
  }

  @AfterEach
  void close() {
    trained.countDown();
    plane.close();
  }

  @Test
  void carriesWhatItsSolutionSays() {
    String arn = shop.version(solution);
    assertThat(arn).matches(".*:solution/taste/[0-9a-f]{8}");
    SolutionVersion version =
        client.describeSolutionVersion(in -> in.solutionVersionArn(arn)).solutionVersion();
    assertThat(version.solutionArn()).isEqualTo(solution);
    assertThat(version.recipeArn()).isEqualTo("arn:aws:personalize:::recipe/aws-sims");
    assertThat(version.trainingMode()).isEqualTo(TrainingMode.FULL);
    assertThat(version.trainingType()).isEqualTo(TrainingType.MANUAL);
    assertThat(
            client
                .describeSolution(in -> in.solutionArn(solution))
                .solution()
                .latestSolutionVersion()
                .solutionVersionArn())
        .isEqualTo(arn);
  }

  @Test
  void canBeStoppedWhileItWaitsAndWhileItIsTrained() {
    String running = shop.version(solution);
    shop.awaitVersion(running, "CREATE IN_PROGRESS");
    String waiting = shop.version(solution);
    stop(waiting);
    shop.awaitVersion(waiting, "CREATE STOPPED");
    stop(running);
    shop.awaitVersion(running, "CREATE STOPPED");
    refused("InvalidInputException", "CREATE STOPPED", () -> stop(running));
  }

  @Test
  void keepsItsSolutionWhileItIsMade() {
    String version = shop.version(solution);
    refused(
        "ResourceInUseException",
        version,
        () -> client.deleteSolution(in -> in.solutionArn(solution)));
  }

  @Test
  void isListedUnderItsSolution() {
    trained.countDown();
    String first = shop.activeVersion(solution);
    String second = shop.activeVersion(solution);
    assertThat(client.listSolutionVersions(in -> in.solutionArn(solution)).solutionVersions())
        .extracting(SolutionVersionSummary::solutionVersionArn)
        .containsExactly(first, second);
    refused(
        "ResourceNotFoundException",
        solution + "x",
        () -> client.listSolutionVersions(in -> in.solutionArn(solution + "x")));
  }

  @Test
  void updatesOnlyWhatTheRecipeCanUpdate() {
    refused(
        "InvalidInputException",
        "only for the recipe aws-user-personalization",
        () ->
            client.createSolutionVersion(
                in -> in.solutionArn(solution).trainingMode(TrainingMode.UPDATE)));
  }

  private void stop(String version) {
    client.stopSolutionVersionCreation(in -> in.solutionVersionArn(version));
  }
}
