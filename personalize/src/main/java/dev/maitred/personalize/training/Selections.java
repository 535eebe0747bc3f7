package dev.maitred.personalize.training;

import dev.maitred.personalize.interactions.EventSelection;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** Which events a solution version looks at, in training and when it answers. */
public final class Selections {
  private Selections() {}

  /**
   * Reads {@code eventType} and {@code eventValueThreshold}.
   *
   * @throws NumberFormatException if the threshold is not a number
   */
  public static EventSelection of(SolutionVersion version) {
    String threshold =
        version.solutionConfig() == null ? null : version.solutionConfig().eventValueThreshold();
    return new EventSelection(
        Optional.ofNullable(version.eventType()),
        threshold == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(threshold)));
  }
}
