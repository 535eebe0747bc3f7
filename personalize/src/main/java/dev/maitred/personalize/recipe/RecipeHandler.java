package dev.maitred.personalize.recipe;

import dev.maitred.personalize.resource.NextToken;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.PersonalizeHandler;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.DescribeAlgorithmRequest;
import software.amazon.awssdk.services.personalize.model.DescribeAlgorithmResponse;
import software.amazon.awssdk.services.personalize.model.DescribeFeatureTransformationRequest;
import software.amazon.awssdk.services.personalize.model.DescribeFeatureTransformationResponse;
import software.amazon.awssdk.services.personalize.model.DescribeRecipeRequest;
import software.amazon.awssdk.services.personalize.model.DescribeRecipeResponse;
import software.amazon.awssdk.services.personalize.model.Domain;
import software.amazon.awssdk.services.personalize.model.ListRecipesRequest;
import software.amazon.awssdk.services.personalize.model.ListRecipesResponse;

/** The operations on recipes and on what they are made of. */
public final class RecipeHandler implements PersonalizeHandler {
  private static final int MAX_RESULTS = 100;

  @Override
  public ListRecipesResponse listRecipes(ListRecipesRequest in) {
    NextToken token = new NextToken("recipe " + in.domainAsString());
    List<KnownRecipe> all = ofDomain(Optional.ofNullable(in.domain()));
    int start = (int) Math.min(token.start(Optional.ofNullable(in.nextToken())), all.size());
    int size = in.maxResults() == null ? MAX_RESULTS : in.maxResults();
    int end = Math.min(all.size(), start + size);
    return ListRecipesResponse.builder()
        .recipes(all.subList(start, end).stream().map(RecipeShapes::summary).toList())
        .nextToken(end < all.size() ? token.after(end) : null)
        .build();
  }

  private static List<KnownRecipe> ofDomain(Optional<Domain> domain) {
    return RecipeCatalogue.all().stream()
        .filter(recipe -> domain.isEmpty() || recipe.domain().equals(domain))
        .toList();
  }

  @Override
  public DescribeRecipeResponse describeRecipe(DescribeRecipeRequest in) {
    return DescribeRecipeResponse.builder()
        .recipe(RecipeShapes.recipe(RecipeCatalogue.require(in.recipeArn())))
        .build();
  }

  @Override
  public DescribeAlgorithmResponse describeAlgorithm(DescribeAlgorithmRequest in) {
    String arn = in.algorithmArn();
    return RecipeCatalogue.all().stream()
        .flatMap(
            recipe ->
                recipe
                    .algorithm()
                    .filter(name -> RecipeArns.algorithm(name).equals(arn))
                    .map(name -> RecipeShapes.algorithm(name, recipe))
                    .stream())
        .findFirst()
        .map(found -> DescribeAlgorithmResponse.builder().algorithm(found).build())
        .orElseThrow(() -> PersonalizeErrors.resourceNotFound(arn));
  }

  @Override
  public DescribeFeatureTransformationResponse describeFeatureTransformation(
      DescribeFeatureTransformationRequest in) {
    String arn = in.featureTransformationArn();
    List<KnownRecipe> users =
        RecipeCatalogue.all().stream().filter(recipe -> uses(recipe, arn)).toList();
    if (users.isEmpty()) {
      throw PersonalizeErrors.resourceNotFound(arn);
    }
    String name = users.getFirst().featureTransformation().orElseThrow();
    return DescribeFeatureTransformationResponse.builder()
        .featureTransformation(RecipeShapes.transformation(name, users))
        .build();
  }

  private static boolean uses(KnownRecipe recipe, String arn) {
    return recipe
        .featureTransformation()
        .map(RecipeArns::featureTransformation)
        .equals(Optional.of(arn));
  }
}
