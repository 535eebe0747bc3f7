package dev.maitred.personalize.runtime;

import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalizeruntime.model.GetActionRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;

/**
 * What the model of the runtime leaves open: it marks hardly an argument as required (developer
 * guide, getting recommendations).
 */
final class Arguments {
  private static final int DEFAULT_LIMIT = 25;
  private static final int MOST = 500;
  private static final int DEFAULT_ACTIONS = 5;
  private static final int MOST_ACTIONS = 100;

  private Arguments() {}

  /** Checks what does not depend on the campaign. */
  static void check(GetRecommendationsRequest in) {
    if ((in.campaignArn() == null) == (in.recommenderArn() == null)) {
      throw PersonalizeErrors.invalidInput(
          "Give either a campaignArn or a recommenderArn, and not both.");
    }
    if (limit(in) > MOST) {
      throw PersonalizeErrors.invalidInput(
          "numResults is %d and must be at most %d.".formatted(in.numResults(), MOST));
    }
    String operation = "GetRecommendations";
    refuse("recommenderArn", operation, in.recommenderArn() != null);
    refuse("filterArn", operation, in.filterArn() != null);
    refuse("promotions", operation, in.hasPromotions());
    refuse("metadataColumns", operation, in.hasMetadataColumns());
  }

  /** Checks the ids against what the recipe of the campaign is asked for. */
  static void check(GetRecommendationsRequest in, Recipe recipe) {
    switch (recipe.type()) {
      case USER_PERSONALIZATION -> {
        require("userId", in.userId(), recipe);
        refuseItem(in, recipe);
      }
      case POPULAR_ITEMS -> refuseItem(in, recipe);
      case RELATED_ITEMS -> require("itemId", in.itemId(), recipe);
      case PERSONALIZED_RANKING, USER_SEGMENTATION, PERSONALIZED_ACTIONS ->
          throw wrongOperation("GetRecommendations", recipe);
    }
    if (!in.context().isEmpty() && recipe.type() != RecipeType.USER_PERSONALIZATION) {
      throw PersonalizeErrors.invalidInput(
          "A context is given, but the recipe %s does not look at it.".formatted(recipe.name()));
    }
  }

  /** Checks what does not depend on the campaign. */
  static void check(GetPersonalizedRankingRequest in) {
    String operation = "GetPersonalizedRanking";
    refuse("filterArn", operation, in.filterArn() != null);
    refuse("metadataColumns", operation, in.hasMetadataColumns());
    if (in.inputList().size() > MOST) {
      throw PersonalizeErrors.invalidInput(
          "The inputList has %d items and must have at most %d."
              .formatted(in.inputList().size(), MOST));
    }
  }

  /** Checks a list against the recipe of the campaign. */
  static void check(GetPersonalizedRankingRequest in, Recipe recipe) {
    if (recipe.type() != RecipeType.PERSONALIZED_RANKING) {
      throw wrongOperation("GetPersonalizedRanking", recipe);
    }
    require("userId", in.userId(), recipe);
    require("inputList", in.inputList().stream().findFirst().orElse(null), recipe);
  }

  /** Checks what does not depend on the campaign. */
  static void check(GetActionRecommendationsRequest in) {
    refuse("filterArn", "GetActionRecommendations", in.filterArn() != null);
    if (limit(in) > MOST_ACTIONS) {
      throw PersonalizeErrors.invalidInput(
          "numResults is %d and must be at most %d.".formatted(in.numResults(), MOST_ACTIONS));
    }
  }

  /** Checks a user against the recipe of the campaign. */
  static void check(GetActionRecommendationsRequest in, Recipe recipe) {
    if (recipe.type() != RecipeType.PERSONALIZED_ACTIONS) {
      throw wrongOperation("GetActionRecommendations", recipe);
    }
    require("userId", in.userId(), recipe);
  }

  static int limit(GetActionRecommendationsRequest in) {
    return in.numResults() == null ? DEFAULT_ACTIONS : in.numResults();
  }

  static int limit(GetRecommendationsRequest in) {
    return in.numResults() == null ? DEFAULT_LIMIT : in.numResults();
  }

  private static void require(String name, @Nullable String value, Recipe recipe) {
    if (value == null || value.isEmpty()) {
      throw PersonalizeErrors.invalidInput(
          "%s is missing: the recipe %s needs it.".formatted(name, recipe.name()));
    }
  }

  private static void refuseItem(GetRecommendationsRequest in, Recipe recipe) {
    if (in.itemId() != null) {
      throw PersonalizeErrors.invalidInput(
          "itemId is given, but the recipe %s does not recommend by item."
              .formatted(recipe.name()));
    }
  }

  private static RuntimeException wrongOperation(String operation, Recipe recipe) {
    return PersonalizeErrors.invalidInput(
        "%s is not for campaigns of the recipe %s.".formatted(operation, recipe.name()));
  }

  private static void refuse(String argument, String operation, boolean given) {
    if (given) {
      throw AwsError.of(
          Fault.NOT_BUILT,
          "The argument %s of %s is not built yet.".formatted(argument, operation));
    }
  }
}
