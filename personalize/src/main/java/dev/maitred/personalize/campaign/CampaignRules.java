package dev.maitred.personalize.campaign;

import dev.maitred.personalize.recipe.RecipeArns;
import dev.maitred.personalize.resource.PersonalizeErrors;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** What a campaign's configuration may be, by the recipe of the version it deploys. */
final class CampaignRules {
  private static final String INFLUENCED = RecipeArns.recipe("aws-semantic-similarity");

  private static final Set<String> SEGMENTS =
      Set.of(
          RecipeArns.recipe("aws-item-affinity"), RecipeArns.recipe("aws-item-attribute-affinity"));

  private CampaignRules() {}

  /**
   * Checks a configuration.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException
   */
  static void check(@Nullable CampaignConfig config, SolutionVersion version) {
    requireAsked(version);
    if (config == null) {
      return;
    }
    if (!config.itemExplorationConfig().isEmpty()) {
      requireRecipe("itemExplorationConfig", ItemExploration.CONFIGURED, version);
      config.itemExplorationConfig().forEach(CampaignRules::checkExploration);
    }
    if (config.hasRankingInfluence()) {
      requireRecipe("rankingInfluence", INFLUENCED, version);
    }
  }

  /** What finds users for items is asked by jobs, not by requests. */
  private static void requireAsked(SolutionVersion version) {
    if (SEGMENTS.contains(version.recipeArn())) {
      throw PersonalizeErrors.invalidInput(
          "The solution version %s is of %s, which finds segments of users and can't be deployed in"
                  .formatted(version.solutionVersionArn(), version.recipeArn())
              + " a campaign.");
    }
  }

  private static void requireRecipe(String setting, String recipe, SolutionVersion version) {
    if (!recipe.equals(version.recipeArn())) {
      throw PersonalizeErrors.invalidInput(
          "%s is only for the recipe %s, and the solution version %s is of %s."
              .formatted(setting, recipe, version.solutionVersionArn(), version.recipeArn()));
    }
  }

  private static void checkExploration(String name, String value) {
    switch (name) {
      case ItemExploration.WEIGHT -> checkNumber(name, value, 0, 1);
      case ItemExploration.AGE_CUT_OFF -> checkNumber(name, value, 1, Double.MAX_VALUE);
      default ->
          throw PersonalizeErrors.invalidInput(
              "The itemExplorationConfig has no `%s`; it has explorationWeight and".formatted(name)
                  + " explorationItemAgeCutOff.");
    }
  }

  private static void checkNumber(String name, String value, double min, double max) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!(number >= min && number <= max)) {
      throw PersonalizeErrors.invalidInput(
          "%s is `%s` and must be a number %s."
              .formatted(name, value, max == 1 ? "from 0 to 1" : "of at least 1"));
    }
  }
}
