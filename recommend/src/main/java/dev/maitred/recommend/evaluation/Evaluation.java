package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How good a trained model is at what was kept from its training. All items are ranked, never a
 * sample of them.
 *
 * @param metrics by name, the one to compare models by first
 * @param seconds how long the rankings took, all threads together
 * @param rankings how many there were
 */
public record Evaluation(Map<String, Estimate> metrics, double seconds, int rankings) {

  /** Measures a model by a protocol's metrics. */
  public static Evaluation of(
      Recommender model, RecipeType type, Protocol protocol, Holdout holdout, Progress progress) {
    long start = System.nanoTime();
    var metrics = new Tally(model, new Questions(type, holdout), protocol, progress).metrics();
    return new Evaluation(metrics, (System.nanoTime() - start) / 1e9, holdout.cases().size());
  }

  /** Personalize's own metrics of a model that learnt from what the trial leaves. */
  public static Evaluation of(Recommender model, Trial trial, Progress progress) {
    long start = System.nanoTime();
    Map<String, Estimate> metrics =
        switch (trial) {
          case EstimatingTrial sure -> sure.estimates(model, progress);
          default -> unsure(trial.measure(model, progress));
        };
    return new Evaluation(metrics, (System.nanoTime() - start) / 1e9, 0);
  }

  /** What Personalize would hold back to measure the recipe; empty if the data are too few. */
  public static Optional<Trial> trial(Recipe recipe, TrainingData data, Settings settings) {
    return OfflineMetrics.trial(recipe, data, settings);
  }

  private static Map<String, Estimate> unsure(Map<String, Double> values) {
    var metrics = new LinkedHashMap<String, Estimate>();
    values.forEach((name, value) -> metrics.put(name, Estimate.of(value)));
    return metrics;
  }
}
