package dev.maitred.personalize.recipe;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Domain;

/**
 * A recipe as the developer guide documents it.
 *
 * @param name the last part of its ARN, such as {@code aws-sims}
 * @param recipeType such as {@code RELATED_ITEMS}; AWS publishes none for the recipes of domains
 * @param domain the domain whose recommenders it is for; absent for solutions
 * @param algorithm the name of its algorithm, where AWS publishes one
 * @param featureTransformation the name of its feature transformation, where AWS publishes one
 */
public record KnownRecipe(
    String name,
    String description,
    Optional<String> recipeType,
    Optional<Domain> domain,
    Optional<String> algorithm,
    Optional<String> featureTransformation,
    List<KnownParameter> hyperparameters) {
  public KnownRecipe {
    hyperparameters = List.copyOf(hyperparameters);
  }

  public String arn() {
    return RecipeArns.recipe(name);
  }

  /** The hyperparameters of one of the two maps of a solution's configuration. */
  List<KnownParameter> hyperparameters(KnownParameter.Stage stage) {
    return hyperparameters.stream().filter(known -> known.stage() == stage).toList();
  }
}
