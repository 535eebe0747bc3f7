package dev.maitred.personalize.campaign;

import dev.maitred.personalize.recipe.RecipeArns;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/**
 * How a campaign tries out new items (developer guide, the user-personalization recipes).
 *
 * @param weight 0 to keep to what is known, 1 to try out as much as possible
 * @param ageCutOffDays how old an item may be to be tried out
 */
public record ItemExploration(double weight, double ageCutOffDays) {
  static final String WEIGHT = "explorationWeight";
  static final String AGE_CUT_OFF = "explorationItemAgeCutOff";

  /** The recipe whose campaigns say how much they explore. */
  static final String CONFIGURED = RecipeArns.recipe("aws-user-personalization");

  private static final ItemExploration BY_DEFAULT = new ItemExploration(0.3, 30);

  /** The second version explores by itself; AWS does not say how much. */
  private static final String BY_ITSELF = RecipeArns.recipe("aws-user-personalization-v2");

  private static final ItemExploration A_LITTLE = new ItemExploration(0.1, 30);

  /**
   * What a campaign of a recipe does; nothing where the recipe does not explore.
   *
   * @param config checked by {@link CampaignRules}
   */
  public static Optional<ItemExploration> of(@Nullable CampaignConfig config, String recipeArn) {
    if (recipeArn.equals(BY_ITSELF)) {
      return Optional.of(A_LITTLE);
    }
    return recipeArn.equals(CONFIGURED)
        ? Optional.of(of(config == null ? Map.of() : config.itemExplorationConfig()))
        : Optional.empty();
  }

  private static ItemExploration of(Map<String, String> config) {
    return new ItemExploration(
        number(config.get(WEIGHT), BY_DEFAULT.weight),
        number(config.get(AGE_CUT_OFF), BY_DEFAULT.ageCutOffDays));
  }

  private static double number(@Nullable String text, double otherwise) {
    return text == null ? otherwise : Double.parseDouble(text);
  }
}
