package dev.maitred.personalize.solution;

import dev.maitred.personalize.resource.PersonalizeErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.HPOResourceConfig;
import software.amazon.awssdk.services.personalize.model.HyperParameterRanges;

/**
 * What the configuration of hyperparameter optimization must be, as the guide's page on it says.
 */
final class HpoRules {
  private static final int MAX_JOBS = 40;
  private static final int MAX_PARALLEL_JOBS = 10;

  private HpoRules() {}

  static void check(HPOConfig config) {
    if (config.hpoObjective() != null) {
      throw PersonalizeErrors.invalidInput("The hpoObjective can't be configured; leave it out.");
    }
    checkRanges(config.algorithmHyperParameterRanges());
    HPOResourceConfig resources = config.hpoResourceConfig();
    if (resources != null) {
      checkCount("maxNumberOfTrainingJobs", resources.maxNumberOfTrainingJobs(), MAX_JOBS);
      checkCount("maxParallelTrainingJobs", resources.maxParallelTrainingJobs(), MAX_PARALLEL_JOBS);
    }
  }

  private static void checkRanges(@Nullable HyperParameterRanges ranges) {
    if (ranges != null
        && !(ranges.hasIntegerHyperParameterRanges()
            && ranges.hasContinuousHyperParameterRanges()
            && ranges.hasCategoricalHyperParameterRanges())) {
      throw PersonalizeErrors.invalidInput(
          "algorithmHyperParameterRanges must have all three lists of ranges, each of which may be"
              + " empty.");
    }
  }

  private static void checkCount(String name, @Nullable String text, int max) {
    if (text != null && !(text.matches("\\d{1,2}") && within(Integer.parseInt(text), max))) {
      throw PersonalizeErrors.invalidInput(
          "%s is `%s` and must be a whole number from 1 to %d.".formatted(name, text, max));
    }
  }

  private static boolean within(int count, int max) {
    return count >= 1 && count <= max;
  }
}
