package dev.maitred.personalize.interactions;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Which events a solution looks at.
 *
 * @param type only events of this type, in any case of letters
 * @param threshold only events with at least this value
 */
public record EventSelection(Optional<String> type, OptionalDouble threshold) {

  /** Every event. */
  public static final EventSelection ALL =
      new EventSelection(Optional.empty(), OptionalDouble.empty());

  /** Whether an event of that type and value counts. */
  public boolean selects(String eventType, @Nullable Float value) {
    return (type.isEmpty() || type.get().equalsIgnoreCase(eventType))
        && (threshold.isEmpty() || (value != null && value >= threshold.getAsDouble()));
  }
}
