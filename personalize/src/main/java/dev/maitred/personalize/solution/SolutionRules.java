package dev.maitred.personalize.solution;

import dev.maitred.personalize.recipe.KnownRecipe;
import dev.maitred.personalize.recipe.RecipeArns;
import dev.maitred.personalize.recipe.RecipeCatalogue;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.tuning.SearchPlan;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.wire.AwsError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.ObjectiveSensitivity;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;
import software.amazon.awssdk.services.personalize.model.TrainingDataConfig;

/**
 * What a solution may ask for.
 *
 * <p>A setting that would change the model and that no recipe here follows yet is refused by name,
 * never passed over: who sets it must not believe that it was heeded.
 */
final class SolutionRules {
  /** AutoML only ever chose among the recipes that personalize for a user. */
  private static final String BEST_RECIPE = RecipeArns.recipe("aws-user-personalization");

  private static final String SEMANTIC_SIMILARITY = "aws-semantic-similarity";

  private static final Set<String> NEVER_EXCLUDED =
      Set.of("USER_ID", "ITEM_ID", "TIMESTAMP", "EVENT_TYPE");

  /** Hyperparameters of aws-similar-items that can only be given as ranges, as its page says. */
  private static final Set<String> ONLY_TUNED =
      Set.of("item_id_hidden_dim", "item_metadata_hidden_dim");

  private SolutionRules() {}

  /**
   * The ARN of the recipe that a solution trains: the one it names, or the one AutoML chooses.
   *
   * @throws AwsError InvalidInputException, or ResourceNotFoundException for the recipe
   */
  static String check(CreateSolutionRequest in) {
    String arn = recipeArn(in);
    KnownRecipe known = RecipeCatalogue.require(arn);
    if (known.domain().isPresent()) {
      throw PersonalizeErrors.invalidInput(
          "The recipe %s is for recommenders of the domain %s, not for solutions."
              .formatted(known.name(), known.domain().get()));
    }
    checkIncrementalUpdate(known.name(), Boolean.TRUE.equals(in.performIncrementalUpdate()));
    Recipe recipe = RecipeCatalogue.requireTrainable(known);
    checkTuning(in, recipe);
    if (in.solutionConfig() != null) {
      checkConfig(recipe, in.solutionConfig());
      AutoTraining.check(in.performAutoTraining(), in.solutionConfig().autoTrainingConfig());
    }
    return arn;
  }

  private static String recipeArn(CreateSolutionRequest in) {
    boolean automatic = Boolean.TRUE.equals(in.performAutoML());
    if (automatic == (in.recipeArn() != null)) {
      throw PersonalizeErrors.invalidInput(
          automatic
              ? "With performAutoML the recipeArn must be left out."
              : "The recipeArn is required unless performAutoML is true.");
    }
    return automatic ? BEST_RECIPE : in.recipeArn();
  }

  static void checkIncrementalUpdate(String recipe, boolean incremental) {
    if (incremental && !recipe.equals(SEMANTIC_SIMILARITY)) {
      throw PersonalizeErrors.invalidInput(
          "performIncrementalUpdate is only for the recipe %s, and this one is %s."
              .formatted(SEMANTIC_SIMILARITY, recipe));
    }
  }

  private static void checkTuning(CreateSolutionRequest in, Recipe recipe) {
    HPOConfig config = in.solutionConfig() == null ? null : in.solutionConfig().hpoConfig();
    if (config != null) {
      HpoRules.check(config);
    }
    if (Boolean.TRUE.equals(in.performHPO()) || config != null) {
      checkPlan(recipe, config);
    }
  }

  private static void checkPlan(Recipe recipe, @Nullable HPOConfig config) {
    try {
      SearchPlan.of(recipe, config);
    } catch (InvalidHyperparameter e) {
      throw PersonalizeErrors.invalidInput(String.valueOf(e.getMessage()));
    }
  }

  private static void checkConfig(Recipe recipe, SolutionConfig config) {
    checkThreshold(config.eventValueThreshold());
    checkHyperparameters(recipe, config);
    checkColumns(config.trainingDataConfig());
    if (config.eventsConfig() != null && !config.eventsConfig().eventParametersList().isEmpty()) {
      throw notFollowed("solutionConfig.eventsConfig", "use eventType and eventValueThreshold");
    }
    if (config.optimizationObjective() != null
        && config.optimizationObjective().objectiveSensitivity() != ObjectiveSensitivity.OFF) {
      throw notFollowed(
          "solutionConfig.optimizationObjective", "leave it out or set the sensitivity OFF");
    }
  }

  /** The ids and what happened when are no columns that a model could do without. */
  private static void checkColumns(@Nullable TrainingDataConfig data) {
    Optional.ofNullable(data).stream()
        .flatMap(config -> config.excludedDatasetColumns().values().stream())
        .flatMap(List::stream)
        .filter(NEVER_EXCLUDED::contains)
        .findFirst()
        .ifPresent(
            column -> {
              throw PersonalizeErrors.invalidInput(
                  "The column " + column + " can't be excluded from training.");
            });
  }

  private static void checkThreshold(String threshold) {
    if (threshold != null) {
      try {
        Double.parseDouble(threshold);
      } catch (NumberFormatException e) {
        throw PersonalizeErrors.invalidInput(
            "The eventValueThreshold `" + threshold + "` must be a number.");
      }
    }
  }

  private static void checkHyperparameters(Recipe recipe, SolutionConfig config) {
    config.algorithmHyperParameters().keySet().stream()
        .filter(name -> ONLY_TUNED.contains(name.substring(name.lastIndexOf('.') + 1)))
        .findFirst()
        .ifPresent(
            name -> {
              throw PersonalizeErrors.invalidInput(
                  "The hyperparameter %s can't be set; performHPO chooses it within the ranges of the"
                          .formatted(name)
                      + " hpoConfig.");
            });
    try {
      Settings.of(
          recipe, config.algorithmHyperParameters(), config.featureTransformationParameters(), 0);
    } catch (InvalidHyperparameter e) {
      throw PersonalizeErrors.invalidInput(String.valueOf(e.getMessage()));
    }
  }

  static AwsError notFollowed(String setting, String instead) {
    return PersonalizeErrors.invalidInput(
        "%s is not followed by maitred yet; %s.".formatted(setting, instead));
  }
}
