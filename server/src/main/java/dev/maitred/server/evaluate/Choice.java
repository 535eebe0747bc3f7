package dev.maitred.server.evaluate;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Hyperparameter.Stage;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.evaluation.Baselines;
import dev.maitred.recommend.recipe.Recipes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recipes that are asked for, with their settings. */
final class Choice {
  private static final String ARN = "arn:aws:personalize:::recipe/";
  private static final List<String> PERSONAL =
      List.of("aws-user-personalization-v2", "aws-user-personalization");
  private static final List<String> USUAL =
      List.of("aws-popularity-count", "recent-popularity", "next-after-last", "aws-sims");

  private Choice() {}

  /** All that there are, baselines included. */
  static List<Recipe> known() {
    return Stream.concat(Recipes.all().stream(), Baselines.all().stream()).toList();
  }

  /** The recipes of these names; without any the baselines and the one for personalization. */
  static List<Recipe> recipes(List<String> names) {
    return names.isEmpty()
        ? Stream.concat(
                USUAL.stream().map(Choice::named).flatMap(Optional::stream), Stream.of(personal()))
            .toList()
        : names.stream().map(Choice::recipe).toList();
  }

  /** The best recipe for the next items of a user. */
  static Recipe personal() {
    return PERSONAL.stream().map(Choice::named).flatMap(Optional::stream).findFirst().orElseThrow();
  }

  /** The recipe of a name or an ARN. */
  static Recipe recipe(String name) {
    return named(name.startsWith(ARN) ? name.substring(ARN.length()) : name)
        .orElseThrow(
            () ->
                new Impossible(
                    "There is no recipe `%s`; there are: %s."
                        .formatted(
                            name,
                            known().stream().map(Recipe::name).collect(Collectors.joining(", ")))));
  }

  private static Optional<Recipe> named(String name) {
    return known().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  /** Refuses a number that counts nothing. */
  static void requirePositive(String option, int number) {
    if (number < 1) {
      throw new Impossible("%s is %d and must be at least 1.".formatted(option, number));
    }
  }

  /** The settings of a recipe: of these values those that it knows. */
  static Settings settings(Recipe recipe, Map<String, String> values, long seed) {
    try {
      return Settings.of(
          recipe,
          of(recipe, values, Stage.ALGORITHM),
          of(recipe, values, Stage.FEATURIZATION),
          seed);
    } catch (InvalidHyperparameter e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  /** Refuses a value that none of the recipes knows. */
  static void requireKnown(Map<String, String> values, List<Recipe> recipes) {
    for (String name : values.keySet()) {
      if (recipes.stream()
          .flatMap(recipe -> recipe.hyperparameters().stream())
          .noneMatch(is(name))) {
        throw new Impossible(
            "None of the recipes has a hyperparameter `%s`; they have: %s."
                .formatted(
                    name,
                    recipes.stream()
                        .flatMap(recipe -> recipe.hyperparameters().stream())
                        .map(Hyperparameter::name)
                        .distinct()
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  private static Predicate<Hyperparameter> is(String name) {
    return known -> known.name().equals(name);
  }

  private static Map<String, String> of(Recipe recipe, Map<String, String> values, Stage stage) {
    return recipe.hyperparameters().stream()
        .filter(known -> known.stage() == stage && values.containsKey(known.name()))
        .collect(Collectors.toMap(Hyperparameter::name, known -> values.get(known.name())));
  }
}
