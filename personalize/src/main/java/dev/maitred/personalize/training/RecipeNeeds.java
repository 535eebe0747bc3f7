package dev.maitred.personalize.training;

import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.interactions.FeatureColumn.Kind;
import dev.maitred.personalize.interactions.TrainingSource;
import dev.maitred.store.jobs.JobFailure;
import java.util.Optional;
import java.util.function.Predicate;

/** Which datasets a recipe can't do without (developer guide, the pages of the recipes). */
final class RecipeNeeds {
  private static final String SEMANTIC_SIMILARITY = "aws-semantic-similarity";
  private static final String NEXT_BEST_ACTION = "aws-next-best-action";
  private static final String ITEM_ATTRIBUTE_AFFINITY = "aws-item-attribute-affinity";

  private RecipeNeeds() {}

  /**
   * Checks the datasets for a recipe.
   *
   * @throws JobFailure naming what is missing
   */
  static void check(String recipe, TrainingSource source) throws JobFailure {
    switch (recipe) {
      case SEMANTIC_SIMILARITY -> {
        requireItems(source, recipe, Column::textual, "a textual column");
        requireItems(source, recipe, Column::itemName, "a column with the attribute itemName");
      }
      case ITEM_ATTRIBUTE_AFFINITY -> {
        requireInteractions(source, recipe);
        requireAttribute(source, recipe);
      }
      case NEXT_BEST_ACTION -> {
        requireInteractions(source, recipe);
        if (source.actions().isEmpty()) {
          throw missing(recipe, "an Actions dataset");
        }
      }
      default -> requireInteractions(source, recipe);
    }
  }

  private static void requireInteractions(TrainingSource source, String recipe) throws JobFailure {
    if (source.interactions().isEmpty()) {
      throw missing(recipe, "an Interactions dataset");
    }
  }

  private static void requireItems(
      TrainingSource source, String recipe, Predicate<Column> column, String what)
      throws JobFailure {
    if (source.items().stream()
        .flatMap(items -> items.columns().all().stream())
        .noneMatch(column)) {
      throw missing(recipe, "an Items dataset with " + what);
    }
  }

  /** What is left out of training can't be asked for. */
  private static void requireAttribute(TrainingSource source, String recipe) throws JobFailure {
    Optional<TrainingSource.Table> items = source.items();
    boolean any =
        items.stream()
            .flatMap(table -> table.features().stream())
            .anyMatch(
                feature ->
                    feature.kind() != Kind.TEXT && !feature.name().equals("CREATION_TIMESTAMP"));
    if (!any) {
      throw missing(recipe, "an Items dataset with a column that is categorical or a number");
    }
  }

  private static JobFailure missing(String recipe, String what) {
    return new JobFailure(
        "Create failed. The recipe %s needs %s, and the dataset group has none."
            .formatted(recipe, what));
  }
}
