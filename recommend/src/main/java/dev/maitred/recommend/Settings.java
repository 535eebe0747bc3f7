package dev.maitred.recommend;

import static java.util.stream.Collectors.joining;

import dev.maitred.recommend.Hyperparameter.Stage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A checked value for every hyperparameter of one recipe, and the seed of all chance in training.
 */
public final class Settings {

  private final Recipe recipe;
  private final Map<String, String> values;
  private final Set<String> given;
  private final long seed;

  private Settings(Recipe recipe, Map<String, String> values, Set<String> given, long seed) {
    this.recipe = recipe;
    this.values = values;
    this.given = given;
    this.seed = seed;
  }

  /** The documented defaults. */
  public static Settings defaults(Recipe recipe, long seed) {
    return of(recipe, Map.of(), Map.of(), seed);
  }

  /**
   * The given values over the documented defaults. Names may carry a prefix as in older samples
   * ({@code training.bptt}, {@code data.recency_mask}); it is ignored.
   *
   * @param algorithm {@code solutionConfig.algorithmHyperParameters}
   * @param featurization {@code solutionConfig.featureTransformationParameters}
   * @throws InvalidHyperparameter if a name is unknown or a value is not allowed
   */
  public static Settings of(
      Recipe recipe, Map<String, String> algorithm, Map<String, String> featurization, long seed) {
    var unread = new TreeMap<String, String>();
    algorithm.forEach((name, value) -> unread.put(key(Stage.ALGORITHM, plain(name)), value));
    featurization.forEach(
        (name, value) -> unread.put(key(Stage.FEATURIZATION, plain(name)), value));
    var values = new LinkedHashMap<String, String>();
    var chosen = new HashSet<String>();
    for (Hyperparameter known : recipe.hyperparameters()) {
      String given = unread.remove(key(known.stage(), known.name()));
      values.put(known.name(), given == null ? known.defaultValue() : known.checked(given));
      if (given != null) {
        chosen.add(known.name());
      }
    }
    if (!unread.isEmpty()) {
      throw unknown(recipe, unread.firstKey());
    }
    return new Settings(recipe, values, chosen, seed);
  }

  /**
   * The same with some values changed.
   *
   * @param changes values by the names of hyperparameters, without a prefix
   * @throws InvalidHyperparameter if a name is unknown or a value is not allowed
   */
  public Settings with(Map<String, String> changes) {
    var unread = new TreeMap<>(changes);
    var changed = new LinkedHashMap<>(values);
    var chosen = new HashSet<>(given);
    for (Hyperparameter known : recipe.hyperparameters()) {
      String value = unread.remove(known.name());
      if (value != null && changed.put(known.name(), known.checked(value)) != null) {
        chosen.add(known.name());
      }
    }
    if (!unread.isEmpty()) {
      throw unknown(recipe, key(Stage.ALGORITHM, unread.firstKey()));
    }
    return new Settings(recipe, changed, chosen, seed);
  }

  /** Whether the caller chose the value, rather than leaving the documented default. */
  public boolean given(String name) {
    return given.contains(name);
  }

  /** The value of a {@link Hyperparameter.Type#INTEGER}. */
  public int integer(String name) {
    return Integer.parseInt(text(name));
  }

  /** The value of a {@link Hyperparameter.Type#CONTINUOUS}. */
  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  /** The value of a {@link Hyperparameter.Type#BOOLEAN}. */
  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  /** The value of a {@link Hyperparameter.Type#CATEGORICAL}. */
  public String choice(String name) {
    return text(name);
  }

  /** The seed of every random choice in training. */
  public long seed() {
    return seed;
  }

  /** The value of any hyperparameter as it is written. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no hyperparameter `" + name + "` in these settings");
    }
    return value;
  }

  private static String key(Stage stage, String name) {
    return stage.ordinal() + ":" + name;
  }

  private static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static InvalidHyperparameter unknown(Recipe recipe, String key) {
    String known =
        recipe.hyperparameters().stream()
            .filter(h -> key.startsWith(key(h.stage(), "")))
            .map(Hyperparameter::name)
            .collect(joining(", "));
    return new InvalidHyperparameter(
        "The recipe %s has no %s `%s`; it has: %s."
            .formatted(
                recipe.name(),
                key.startsWith(key(Stage.ALGORITHM, ""))
                    ? "hyperparameter"
                    : "feature transformation parameter",
                key.substring(2),
                known.isEmpty() ? "none" : known));
  }
}
