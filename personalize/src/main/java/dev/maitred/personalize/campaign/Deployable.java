package dev.maitred.personalize.campaign;

import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Status;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** Finds the solution version that a campaign is to deploy. */
final class Deployable {
  static final String LATEST = "/$LATEST";

  private Deployable() {}

  /**
   * The active version of an ARN, where {@code SOLUTION_ARN/$LATEST} means the newest active one.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException, also for the ARN of a solution;
   *     ResourceInUseException if the version is not active; InvalidInputException if the
   *     configuration wants the latest version and the ARN another
   */
  static SolutionVersion require(ResourceTable table, String arn, @Nullable CampaignConfig config) {
    boolean sync = config != null && Boolean.TRUE.equals(config.syncWithLatestSolutionVersion());
    if (sync && !arn.endsWith(LATEST)) {
      throw PersonalizeErrors.invalidInput(
          "With syncWithLatestSolutionVersion the solutionVersionArn must have the form"
              + " SolutionArn/$LATEST, and it is "
              + arn
              + ".");
    }
    SolutionVersion version =
        arn.endsWith(LATEST)
            ? latest(table, arn.substring(0, arn.length() - LATEST.length()))
            : Lifecycle.requireActive(table, Kind.SOLUTION_VERSION, arn);
    CampaignRules.check(config, version);
    return version;
  }

  private static SolutionVersion latest(ResourceTable table, String solution) {
    table.require(Kind.SOLUTION, solution);
    return table.children(Kind.SOLUTION_VERSION, solution).stream()
        .filter(Status::isActive)
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                PersonalizeErrors.resourceInUse(
                    "The solution %s has no ACTIVE solution version.".formatted(solution)));
  }
}
