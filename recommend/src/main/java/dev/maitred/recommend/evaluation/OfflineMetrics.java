package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Measurement;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics that {@code GetSolutionMetrics} answers, as the developer guide defines them
 * (working-with-training-metrics); which ones depends on the recipe's type.
 */
public final class OfflineMetrics {

  private OfflineMetrics() {}

  /**
   * Rehearses a recipe on what its {@link Measurement} leaves and measures it on what that holds
   * back.
   *
   * @return the metrics by AWS's keys; empty if there are too few data to hold anything back
   */
  public static Map<String, Double> measure(
      Recipe recipe, TrainingData data, Settings settings, Progress progress) {
    Optional<Trial> held = trial(recipe, data, settings);
    if (held.isEmpty()) {
      return Map.of();
    }
    Trial trial = held.get();
    Recommender model = recipe.rehearse(trial.training(), settings, progress.part(0, 0.9)).model();
    return measure(trial, model, progress.part(0.9, 1));
  }

  /** What is held back to measure a recipe; empty if there are too few data. */
  static Optional<Trial> trial(Recipe recipe, TrainingData data, Settings settings) {
    return recipe.measurement().orElseGet(() -> usual(recipe)).trial(data, settings);
  }

  static Map<String, Double> measure(Trial trial, Recommender model, Progress progress) {
    progress.step("metrics", 0, "");
    Map<String, Double> metrics = trial.measure(model, progress);
    progress.step("metrics", 1, "");
    return metrics;
  }

  private static Measurement usual(Recipe recipe) {
    return switch (recipe.type()) {
      case USER_PERSONALIZATION, POPULAR_ITEMS, RELATED_ITEMS -> ItemLists.ofType(recipe.type());
      case PERSONALIZED_RANKING -> GivenLists::trial;
      case USER_SEGMENTATION -> Segments::trial;
      // The recipe of actions brings a measurement of its own.
      case PERSONALIZED_ACTIONS -> (data, settings) -> Optional.empty();
    };
  }
}
