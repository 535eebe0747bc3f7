package dev.maitred.personalize.solution;

import dev.maitred.personalize.recipe.RecipeArns;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Status;
import dev.maitred.wire.AwsError;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.TrainingMode;

/** Which training modes a version may ask for, as CreateSolutionVersion's reference says. */
final class TrainingModes {
  private static final Set<String> UPDATABLE =
      Set.of(
          RecipeArns.recipe("aws-user-personalization"), RecipeArns.recipe("aws-hrnn-coldstart"));

  private TrainingModes() {}

  /**
   * Checks the mode of a new version.
   *
   * @throws AwsError InvalidInputException
   */
  static void check(ResourceTable table, Solution solution, TrainingMode mode) {
    switch (mode) {
      case FULL -> {}
      case UPDATE -> checkUpdate(table, solution);
      default ->
          throw PersonalizeErrors.invalidInput(
              "The trainingMode %s is not one that can be asked for; use FULL or UPDATE."
                  .formatted(mode));
    }
  }

  private static void checkUpdate(ResourceTable table, Solution solution) {
    if (solution.recipeArn() == null || !UPDATABLE.contains(solution.recipeArn())) {
      throw PersonalizeErrors.invalidInput(
          "The trainingMode UPDATE is only for the recipe aws-user-personalization; use FULL.");
    }
    boolean trained =
        table.children(Kind.SOLUTION_VERSION, solution.solutionArn()).stream()
            .anyMatch(TrainingModes::isFullAndActive);
    if (!trained) {
      throw PersonalizeErrors.invalidInput(
          "The trainingMode UPDATE needs an ACTIVE version of the solution %s with the trainingMode"
                  .formatted(solution.solutionArn())
              + " FULL.");
    }
  }

  private static boolean isFullAndActive(SolutionVersion version) {
    return version.trainingMode() == TrainingMode.FULL && Status.isActive(version);
  }
}
