package dev.maitred.personalize.recipe;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.recipe.Recipes;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.Algorithm;
import software.amazon.awssdk.services.personalize.model.DefaultIntegerHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.Domain;
import software.amazon.awssdk.services.personalize.model.ListRecipesResponse;
import software.amazon.awssdk.services.personalize.model.RecipeSummary;

class RecipesTest {
  private final RecipeHandler recipes = new RecipeHandler();

  @Test
  void areListedPageByPage() {
    ListRecipesResponse first = recipes.listRecipes(in -> in.maxResults(20));
    ListRecipesResponse second =
        recipes.listRecipes(in -> in.maxResults(20).nextToken(first.nextToken()));
    assertThat(first.recipes()).hasSize(20).extracting(RecipeSummary::name).contains("aws-sims");
    assertThat(second.recipes()).hasSize(5).doesNotContainAnyElementsOf(first.recipes());
    assertThat(second.nextToken()).isNull();
    refused(
        "InvalidNextTokenException",
        "nextToken",
        () -> recipes.listRecipes(in -> in.domain(Domain.ECOMMERCE).nextToken(first.nextToken())));
  }

  @Test
  void areListedByDomain() {
    assertThat(recipes.listRecipes(in -> in.domain(Domain.VIDEO_ON_DEMAND)).recipes())
        .hasSize(5)
        .extracting(RecipeSummary::name)
        .allMatch(name -> name.startsWith("aws-vod-"));
  }

  @Test
  void sayWhatTheyAreMadeOf() {
    var recipe =
        recipes
            .describeRecipe(in -> in.recipeArn("arn:aws:personalize:::recipe/aws-sims"))
            .recipe();
    assertThat(recipe.recipeType()).isEqualTo("RELATED_ITEMS");
    Algorithm algorithm =
        recipes.describeAlgorithm(in -> in.algorithmArn(recipe.algorithmArn())).algorithm();
    assertThat(algorithm.defaultHyperParameters())
        .containsEntry("popularity_discount_factor", "0.5")
        .containsEntry("min_cointeraction_count", "3");
    assertThat(algorithm.defaultHyperParameterRanges().integerHyperParameterRanges())
        .containsExactly(
            DefaultIntegerHyperParameterRange.builder()
                .name("min_cointeraction_count")
                .minValue(0)
                .maxValue(10)
                .isTunable(true)
                .build());
    assertThat(
            recipes
                .describeFeatureTransformation(
                    in -> in.featureTransformationArn(recipe.featureTransformationArn()))
                .featureTransformation()
                .defaultParameters())
        .containsEntry("max_user_history_length_percentile", "0.995");
  }

  @Test
  void areOnlyThoseOfTheCatalogue() {
    refused(
        "ResourceNotFoundException",
        "recipe/aws-crystal-ball",
        () ->
            recipes.describeRecipe(
                in -> in.recipeArn("arn:aws:personalize:::recipe/aws-crystal-ball")));
  }

  /** What is described and what is trained are two lists that must not drift apart. */
  @Test
  void describeTheHyperparametersThatTrainingKnows() {
    for (Recipe trained : Recipes.all()) {
      KnownRecipe known = RecipeCatalogue.require(RecipeArns.recipe(trained.name()));
      List<Hyperparameter> parameters = trained.hyperparameters();
      assertThat(known.hyperparameters())
          .as(trained.name())
          .extracting(KnownParameter::name, KnownParameter::defaultValue, KnownParameter::tunable)
          .containsExactlyInAnyOrderElementsOf(
              parameters.stream()
                  .map(p -> tuple(p.name(), p.defaultValue(), p.tunable()))
                  .toList());
    }
  }
}
