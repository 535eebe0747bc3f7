package dev.maitred.personalize.tuning;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Hyperparameter.Type;
import dev.maitred.recommend.InvalidHyperparameter;
import java.util.List;

/**
 * Where the best value of one hyperparameter is looked for.
 *
 * @param min the smallest number tried; without meaning for words
 * @param max the largest number tried; without meaning for words
 * @param values what is tried of a {@link Type#BOOLEAN}; empty for numbers
 */
public record SearchRange(Hyperparameter parameter, double min, double max, List<String> values) {
  public SearchRange {
    values = List.copyOf(values);
  }

  /** The whole documented range. */
  static SearchRange of(Hyperparameter parameter) {
    return parameter.type() == Type.BOOLEAN
        ? new SearchRange(parameter, 0, 0, List.of("true", "false"))
        : new SearchRange(parameter, parameter.min(), parameter.max(), List.of());
  }

  /**
   * A part of the documented range of a number.
   *
   * @throws InvalidHyperparameter if it is empty or goes beyond
   */
  static SearchRange between(Hyperparameter parameter, double min, double max) {
    if (!(min <= max && min >= parameter.min() && max <= parameter.max())) {
      throw new InvalidHyperparameter(
          "The range of the hyperparameter %s is %s to %s and must lie within %s to %s."
              .formatted(
                  parameter.name(),
                  plain(min),
                  plain(max),
                  plain(parameter.min()),
                  plain(parameter.max())));
    }
    return new SearchRange(parameter, min, max, List.of());
  }

  /**
   * Some values of a switch.
   *
   * @throws InvalidHyperparameter if there are none, or one is not allowed
   */
  static SearchRange among(Hyperparameter parameter, List<String> values) {
    if (values.isEmpty()) {
      throw new InvalidHyperparameter(
          "The range of the hyperparameter %s has no values.".formatted(parameter.name()));
    }
    return new SearchRange(
        parameter, 0, 0, values.stream().map(parameter::checked).distinct().toList());
  }

  /**
   * The value at a place in the range.
   *
   * @param share 0 for the first, 1 for the end, exclusive
   */
  String at(double share) {
    return switch (parameter.type()) {
      case INTEGER -> Integer.toString((int) (min + Math.floor(share * (max - min + 1))));
      case CONTINUOUS -> Double.toString(min + share * (max - min));
      case BOOLEAN, CATEGORICAL -> values.get((int) (share * values.size()));
    };
  }

  /** The value of the range that is next to another one. */
  String nearest(String value) {
    return switch (parameter.type()) {
      case INTEGER -> Integer.toString((int) Math.clamp(Double.parseDouble(value), min, max));
      case CONTINUOUS -> Double.toString(Math.clamp(Double.parseDouble(value), min, max));
      case BOOLEAN, CATEGORICAL -> values.contains(value) ? value : values.getFirst();
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
