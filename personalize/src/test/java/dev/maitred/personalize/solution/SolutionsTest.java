package dev.maitred.personalize.solution;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import dev.maitred.personalize.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;
import software.amazon.awssdk.services.personalize.model.SolutionSummary;

class SolutionsTest {
  private static final String SIMS = "arn:aws:personalize:::recipe/aws-sims";

  @TempDir Path dir;
  private ControlPlane plane;
  private PersonalizeClient client;
  private Shop shop;
  private String group;

  @BeforeEach
  void open() {
    plane = ControlPlane.trainedBy(dir, Training::atOnce);
    client = plane.client();
    shop = new Shop(client);
    group = shop.group("shop");
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void saysWhatItWasAskedAndWhatItTakesFromTheDefaults() {
    String arn = create(in -> in.recipeArn(SIMS).eventType("View"));
    Solution solution = client.describeSolution(in -> in.solutionArn(arn)).solution();
    assertThat(arn).isEqualTo("arn:aws:personalize:eu-west-1:111122223333:solution/taste");
    assertThat(solution.recipeArn()).isEqualTo(SIMS);
    assertThat(solution.eventType()).isEqualTo("View");
    assertThat(solution.performAutoTraining()).isTrue();
    assertThat(solution.performHPO()).isFalse();
    assertThat(solution.latestSolutionVersion()).isNull();
  }

  @Test
  void choosesTheRecipeUnderAutoML() {
    String arn = create(in -> in.performAutoML(true));
    assertThat(
            client
                .describeSolution(in -> in.solutionArn(arn))
                .solution()
                .autoMLResult()
                .bestRecipeArn())
        .isEqualTo("arn:aws:personalize:::recipe/aws-user-personalization");
    invalid("must be left out", in -> in.performAutoML(true).recipeArn(SIMS));
    invalid("recipeArn is required", in -> {});
  }

  @Test
  void refusesRecipesItCannotTrainAndNamesThoseItCan() {
    invalid(
        "aws-hrnn-coldstart can't be trained by maitred yet; those that can are"
            + " aws-user-personalization",
        in -> in.recipeArn("arn:aws:personalize:::recipe/aws-hrnn-coldstart"));
    invalid(
        "for recommenders of the domain VIDEO_ON_DEMAND",
        in -> in.recipeArn("arn:aws:personalize:::recipe/aws-vod-top-picks"));
    refused(
        "ResourceNotFoundException",
        "recipe/aws-crystal-ball",
        () -> create(in -> in.recipeArn("arn:aws:personalize:::recipe/aws-crystal-ball")));
  }

  @Test
  void checksHyperparametersAgainstTheRecipe() {
    create(configured(c -> c.algorithmHyperParameters(Map.of("min_cointeraction_count", "5"))));
    invalid("no hyperparameter `bptt`", configured(c -> c.algorithmHyperParameters(one("bptt"))));
    invalid(
        "`min_cointeraction_count`: it must be a number between 0 and 10",
        configured(c -> c.algorithmHyperParameters(Map.of("min_cointeraction_count", "11"))));
    invalid(
        "no feature transformation parameter",
        configured(c -> c.featureTransformationParameters(one("popularity_discount_factor"))));
  }

  @Test
  void refusesWhatIsNotFollowedInsteadOfPassingItOver() {
    invalid(
        "can't be set; performHPO chooses it",
        in ->
            in.recipeArn("arn:aws:personalize:::recipe/aws-similar-items")
                .solutionConfig(
                    c -> c.algorithmHyperParameters(Map.of("item_id_hidden_dim", "50"))));
    invalid(
        "eventsConfig is not followed",
        configured(
            c -> c.eventsConfig(e -> e.eventParametersList(p -> p.eventType("View").weight(1.0)))));
    invalid(
        "optimizationObjective is not followed",
        configured(
            c ->
                c.optimizationObjective(
                    o -> o.itemAttribute("PRICE").objectiveSensitivity("LOW"))));
    invalid(
        "only for the recipe aws-semantic-similarity",
        in -> in.recipeArn(SIMS).performIncrementalUpdate(true));
  }

  @Test
  void checksTheConfigurationByItself() {
    invalid("must be a number", configured(c -> c.eventValueThreshold("high")));
    invalid(
        "between 1 day and 30 days",
        configured(c -> c.autoTrainingConfig(a -> a.schedulingExpression("rate(31 days)"))));
    invalid(
        "all three lists",
        configured(
            c ->
                c.hpoConfig(
                    h ->
                        h.algorithmHyperParameterRanges(
                            r -> r.integerHyperParameterRanges(List.of())))));
    invalid(
        "maxNumberOfTrainingJobs is `41`",
        configured(
            c -> c.hpoConfig(h -> h.hpoResourceConfig(r -> r.maxNumberOfTrainingJobs("41")))));
  }

  @Test
  void isListedByGroup() {
    shop.solution(group, "one");
    shop.solution(shop.group("other"), "two");
    assertThat(client.listSolutions(in -> in.datasetGroupArn(group)).solutions())
        .extracting(SolutionSummary::name)
        .containsExactly("one");
  }

  @Test
  void takesItsVersionsAlongWhenItIsDeleted() {
    String solution = shop.solution(group, "taste");
    String version = shop.activeVersion(solution);
    client.deleteSolution(in -> in.solutionArn(solution));
    ControlPlane.await(0, () -> client.listSolutions(in -> {}).solutions().size());
    refused("ResourceNotFoundException", version, () -> shop.awaitVersion(version, "ACTIVE"));
  }

  private String create(Consumer<CreateSolutionRequest.Builder> asked) {
    return client
        .createSolution(in -> asked.accept(in.name("taste").datasetGroupArn(group)))
        .solutionArn();
  }

  private void invalid(String says, Consumer<CreateSolutionRequest.Builder> asked) {
    refused("InvalidInputException", says, () -> create(asked));
  }

  private static Consumer<CreateSolutionRequest.Builder> configured(
      Consumer<SolutionConfig.Builder> config) {
    return in -> in.recipeArn(SIMS).solutionConfig(config);
  }

  private static Map<String, String> one(String name) {
    return Map.of(name, "1");
  }
}
