package dev.maitred.personalize.recipe;

import java.util.List;
import java.util.Optional;

/**
 * A hyperparameter as the developer guide documents it; values travel as text.
 *
 * @param min the smallest number allowed; absent for {@link Type#CATEGORICAL}
 * @param max the largest number allowed; absent also where the guide gives none
 * @param values the values of a {@link Type#CATEGORICAL}
 * @param tunable whether hyperparameter optimization may choose it
 */
public record KnownParameter(
    String name,
    Type type,
    String defaultValue,
    Optional<Double> min,
    Optional<Double> max,
    List<String> values,
    boolean tunable,
    Stage stage) {

  /** The types, each with a list of its own in {@code DescribeAlgorithm}. */
  public enum Type {
    INTEGER,
    CONTINUOUS,
    CATEGORICAL
  }

  /** Where a value is given: the algorithm's map or the feature transformation's. */
  public enum Stage {
    ALGORITHM,
    FEATURIZATION
  }

  public KnownParameter {
    values = List.copyOf(values);
  }
}
