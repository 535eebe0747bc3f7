package dev.maitred.recommend;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One knob of a recipe as the Personalize developer guide documents it; values travel as text.
 *
 * @param name the documented name, without a prefix such as {@code training.}
 * @param type how the text is read
 * @param defaultValue the value, as text, when none is given
 * @param min the smallest number allowed; without meaning for {@link Type#BOOLEAN} and {@link
 *     Type#CATEGORICAL}
 * @param max the largest number allowed; without meaning for these two
 * @param tunable whether hyperparameter optimisation may choose it
 * @param stage which of the two maps of a solution's configuration it belongs to
 * @param values what a {@link Type#CATEGORICAL} may be; empty for the others
 * @param spellings other ways to write some of {@code values} that are still taken
 */
public record Hyperparameter(
    String name,
    Type type,
    String defaultValue,
    double min,
    double max,
    boolean tunable,
    Stage stage,
    List<String> values,
    Map<String, String> spellings) {

  /** How a value is read; the names are those of {@code DescribeAlgorithm}'s range lists. */
  public enum Type {
    INTEGER,
    CONTINUOUS,
    BOOLEAN,
    /** One of a few words. */
    CATEGORICAL
  }

  /** Where a value is given. */
  public enum Stage {
    /** {@code solutionConfig.algorithmHyperParameters}. */
    ALGORITHM,
    /** {@code solutionConfig.featureTransformationParameters}. */
    FEATURIZATION
  }

  public Hyperparameter {
    values = List.copyOf(values);
    spellings = Map.copyOf(spellings);
  }

  /** A number or a switch. */
  public Hyperparameter(
      String name,
      Type type,
      String defaultValue,
      double min,
      double max,
      boolean tunable,
      Stage stage) {
    this(name, type, defaultValue, min, max, tunable, stage, List.of(), Map.of());
  }

  /** A tunable whole number that belongs to the algorithm. */
  public static Hyperparameter ofInteger(String name, int value, int min, int max) {
    return new Hyperparameter(
        name, Type.INTEGER, Integer.toString(value), min, max, true, Stage.ALGORITHM);
  }

  /** A tunable fraction between 0 and 1 that belongs to the algorithm. */
  public static Hyperparameter ofFraction(String name, double value) {
    return new Hyperparameter(
        name, Type.CONTINUOUS, Double.toString(value), 0, 1, true, Stage.ALGORITHM);
  }

  /** A tunable switch that belongs to the algorithm. */
  public static Hyperparameter ofSwitch(String name, boolean value) {
    return new Hyperparameter(
        name, Type.BOOLEAN, Boolean.toString(value), 0, 1, true, Stage.ALGORITHM);
  }

  /** A percentile between 0 and 1 that selects the training data; never tunable. */
  public static Hyperparameter ofPercentile(String name, double value) {
    return new Hyperparameter(
        name, Type.CONTINUOUS, Double.toString(value), 0, 1, false, Stage.FEATURIZATION);
  }

  /** A whole number that belongs to one of the maps and that no optimisation chooses. */
  public static Hyperparameter ofFixedInteger(
      String name, int value, int min, int max, Stage stage) {
    return new Hyperparameter(name, Type.INTEGER, Integer.toString(value), min, max, false, stage);
  }

  /**
   * A word that selects how the data are prepared; never tunable.
   *
   * @param spellings other ways to write some of the values
   */
  public static Hyperparameter ofChoice(
      String name, String value, List<String> values, Map<String, String> spellings) {
    return new Hyperparameter(
        name, Type.CATEGORICAL, value, 0, 0, false, Stage.FEATURIZATION, values, spellings);
  }

  /** The same, which hyperparameter optimisation may not choose. */
  public Hyperparameter fixed() {
    return new Hyperparameter(name, type, defaultValue, min, max, false, stage, values, spellings);
  }

  /**
   * Checks a value.
   *
   * @return the value in the one way it is written: no blanks, switches in lower case
   * @throws InvalidHyperparameter if it can't be read or is out of range
   */
  public String checked(String value) {
    String text = value.strip();
    return switch (type) {
      case INTEGER -> Integer.toString((int) inRange(text, parsedInteger(text)));
      case CONTINUOUS -> Double.toString(inRange(text, parsedDouble(text)));
      case BOOLEAN -> parsedSwitch(text);
      case CATEGORICAL -> chosen(text);
    };
  }

  private double inRange(String text, double number) {
    if (!(number >= min && number <= max)) {
      throw invalid(text, "a number between " + plain(min) + " and " + plain(max));
    }
    return number;
  }

  private int parsedInteger(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid(text, "a whole number between " + plain(min) + " and " + plain(max));
    }
  }

  private double parsedDouble(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid(text, "a number between " + plain(min) + " and " + plain(max));
    }
  }

  private String parsedSwitch(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals("true") && !lower.equals("false")) {
      throw invalid(text, "true or false");
    }
    return lower;
  }

  private String chosen(String text) {
    String word = spellings.getOrDefault(text, text);
    if (!values.contains(word)) {
      throw invalid(text, "one of " + String.join(", ", values));
    }
    return word;
  }

  private InvalidHyperparameter invalid(String text, String wanted) {
    return new InvalidHyperparameter(
        "Invalid value `%s` for hyperparameter `%s`: it must be %s.".formatted(text, name, wanted));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
