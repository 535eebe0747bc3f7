package dev.maitred.personalize.tuning;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Hyperparameter.Type;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.HPOResourceConfig;
import software.amazon.awssdk.services.personalize.model.HyperParameterRanges;

/**
 * What hyperparameter optimization tries out (developer guide, hyperparameters and HPO).
 *
 * @param ranges where each hyperparameter that is chosen is looked for
 * @param trials at most so many trainings
 */
public record SearchPlan(List<SearchRange> ranges, int trials) {
  private static final int DEFAULT_TRIALS = 10;

  public SearchPlan {
    ranges = List.copyOf(ranges);
  }

  /**
   * The plan of a configuration; without ranges of its own every tunable hyperparameter is looked
   * for in its whole documented range.
   *
   * @throws InvalidHyperparameter if the recipe has nothing to tune, or a range names what it does
   *     not have, what is not tunable, or values that it does not take
   */
  public static SearchPlan of(Recipe recipe, @Nullable HPOConfig config) {
    List<Hyperparameter> tunable =
        recipe.hyperparameters().stream().filter(Hyperparameter::tunable).toList();
    if (tunable.isEmpty()) {
      throw new InvalidHyperparameter(
          "performHPO is not for the recipe %s: it has no hyperparameter that can be tuned."
              .formatted(recipe.name()));
    }
    List<SearchRange> given = given(recipe, config);
    return new SearchPlan(
        given.isEmpty() ? tunable.stream().map(SearchRange::of).toList() : given, trials(config));
  }

  private static List<SearchRange> given(Recipe recipe, @Nullable HPOConfig config) {
    if (config == null || config.algorithmHyperParameterRanges() == null) {
      return List.of();
    }
    HyperParameterRanges asked = config.algorithmHyperParameterRanges();
    List<SearchRange> ranges = new ArrayList<>();
    asked
        .integerHyperParameterRanges()
        .forEach(
            range ->
                ranges.add(
                    between(
                        tunable(recipe, range.name(), Type.INTEGER),
                        range.minValue(),
                        range.maxValue())));
    asked
        .continuousHyperParameterRanges()
        .forEach(
            range ->
                ranges.add(
                    between(
                        tunable(recipe, range.name(), Type.CONTINUOUS),
                        range.minValue(),
                        range.maxValue())));
    asked
        .categoricalHyperParameterRanges()
        .forEach(
            range ->
                ranges.add(
                    SearchRange.among(
                        tunable(recipe, range.name(), Type.BOOLEAN), range.values())));
    return ranges;
  }

  /** An end that is left out is the documented one. */
  private static SearchRange between(
      Hyperparameter parameter, @Nullable Number min, @Nullable Number max) {
    return SearchRange.between(
        parameter,
        min == null ? parameter.min() : min.doubleValue(),
        max == null ? parameter.max() : max.doubleValue());
  }

  /** A range is given in the list of its hyperparameter's type; a switch counts as categorical. */
  private static Hyperparameter tunable(Recipe recipe, String name, Type type) {
    String plain = name.substring(name.lastIndexOf('.') + 1);
    Hyperparameter parameter =
        recipe.hyperparameters().stream()
            .filter(known -> known.name().equals(plain))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidHyperparameter(
                        "The recipe %s has no hyperparameter `%s`."
                            .formatted(recipe.name(), name)));
    if (!parameter.tunable()) {
      throw new InvalidHyperparameter(
          "The hyperparameter %s of the recipe %s can't be tuned.".formatted(name, recipe.name()));
    }
    if (parameter.type() != type) {
      throw new InvalidHyperparameter(
          "The range of the hyperparameter %s belongs into another list of ranges."
              .formatted(name));
    }
    return parameter;
  }

  private static int trials(@Nullable HPOConfig config) {
    return Optional.ofNullable(config)
        .map(HPOConfig::hpoResourceConfig)
        .map(HPOResourceConfig::maxNumberOfTrainingJobs)
        .map(Integer::parseInt)
        .orElse(DEFAULT_TRIALS);
  }

  /**
   * The settings to try: those to start from, as near to them as the ranges let, then others drawn
   * by their seed. Each range is cut into as many pieces as there are draws, and each piece is used
   * once (Latin hypercube sampling: McKay, Beckman and Conover, 1979).
   */
  public List<Settings> candidates(Settings start) {
    Map<String, String> nearest = new LinkedHashMap<>();
    ranges.forEach(
        range -> {
          String name = range.parameter().name();
          nearest.put(name, range.nearest(start.text(name)));
        });
    Set<Map<String, String>> values = new LinkedHashSet<>();
    values.add(nearest);
    values.addAll(draws(trials - 1, new SplittableRandom(start.seed())));
    return values.stream().map(start::with).toList();
  }

  private List<Map<String, String>> draws(int count, SplittableRandom random) {
    List<Map<String, String>> draws = new ArrayList<>();
    IntStream.range(0, count).forEach(draw -> draws.add(new LinkedHashMap<>()));
    for (SearchRange range : ranges) {
      List<Integer> pieces = new ArrayList<>(IntStream.range(0, count).boxed().toList());
      for (Map<String, String> draw : draws) {
        int piece = pieces.remove(random.nextInt(pieces.size()));
        draw.put(range.parameter().name(), range.at((piece + random.nextDouble()) / count));
      }
    }
    return draws;
  }

  /** The values that a search has chosen, as {@code tunedHPOParams} tells them. */
  public Map<String, String> chosen(Settings settings) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (SearchRange range : ranges) {
      chosen.put(range.parameter().name(), settings.text(range.parameter().name()));
    }
    return chosen;
  }
}
