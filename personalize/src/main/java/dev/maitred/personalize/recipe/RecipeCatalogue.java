package dev.maitred.personalize.recipe;

import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.recipe.KnownParameter.Stage;
import dev.maitred.personalize.recipe.KnownParameter.Type;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.recipe.Recipes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Domain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recipe of Personalize, and the ones among them that can be trained here. */
public final class RecipeCatalogue {
  private static final List<KnownRecipe> ALL = load();

  private RecipeCatalogue() {}

  /** All of them, in the order of the guide. */
  public static List<KnownRecipe> all() {
    return ALL;
  }

  /**
   * The recipe of an ARN.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException
   */
  public static KnownRecipe require(String arn) {
    return ALL.stream()
        .filter(recipe -> recipe.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> PersonalizeErrors.resourceNotFound(arn));
  }

  /**
   * The way to train a recipe.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException that names the recipes that can be
   *     trained, if this one can't
   */
  public static Recipe requireTrainable(KnownRecipe recipe) {
    return Recipes.named(recipe.name())
        .orElseThrow(
            () ->
                PersonalizeErrors.invalidInput(
                    "The recipe %s can't be trained by maitred yet; those that can are %s."
                        .formatted(recipe.name(), trainable())));
  }

  /** The names of those that solutions can train. */
  private static String trainable() {
    return ALL.stream()
        .filter(known -> known.domain().isEmpty())
        .map(KnownRecipe::name)
        .filter(name -> Recipes.named(name).isPresent())
        .collect(joining(", "));
  }

  private static List<KnownRecipe> load() {
    try (InputStream file =
        Objects.requireNonNull(RecipeCatalogue.class.getResourceAsStream("recipes.json"))) {
      return JsonMapper.shared().readTree(file).valueStream().map(RecipeCatalogue::recipe).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownRecipe recipe(JsonNode json) {
    return new KnownRecipe(
        json.get("name").asString(),
        json.get("description").asString(),
        text(json, "recipeType"),
        text(json, "domain").map(Domain::fromValue),
        text(json, "algorithm"),
        text(json, "featureTransformation"),
        json.get("hyperparameters").valueStream().map(RecipeCatalogue::parameter).toList());
  }

  private static KnownParameter parameter(JsonNode json) {
    return new KnownParameter(
        json.get("name").asString(),
        Type.valueOf(json.get("type").asString()),
        json.get("default").asString(),
        json.optional("min").map(JsonNode::asDouble),
        json.optional("max").map(JsonNode::asDouble),
        json.path("values").valueStream().map(JsonNode::asString).toList(),
        json.get("tunable").asBoolean(),
        Stage.valueOf(json.get("stage").asString()));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.optional(name).map(JsonNode::asString);
  }
}
