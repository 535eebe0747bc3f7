package dev.maitred.personalize.solution;

import dev.maitred.personalize.resource.PersonalizeErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.AutoTrainingConfig;

/**
 * The schedule of automatic training, {@code rate(N days)}: accepted, checked and described, and
 * not run yet.
 */
final class AutoTraining {
  private static final int MAX_DAYS = 30;

  private AutoTraining() {}

  /**
   * Checks a schedule.
   *
   * @param perform what the input says of automatic training; absent means that it is on
   * @throws dev.maitred.wire.AwsError InvalidInputException
   */
  static void check(@Nullable Boolean perform, @Nullable AutoTrainingConfig config) {
    if (config == null || config.schedulingExpression() == null) {
      return;
    }
    if (Boolean.FALSE.equals(perform)) {
      throw PersonalizeErrors.invalidInput(
          "A schedulingExpression needs performAutoTraining, which is false.");
    }
    String days = config.schedulingExpression().replaceAll("\\D", "");
    int count = days.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(days);
    if (count < 1 || count > MAX_DAYS) {
      throw PersonalizeErrors.invalidInput(
          "The schedulingExpression %s must be a rate between 1 day and %d days."
              .formatted(config.schedulingExpression(), MAX_DAYS));
    }
  }
}
