package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.Map;
import java.util.Optional;

/** What Personalize calls the creation of a solution version: a model and its offline metrics. */
public final class Training {

  private Training() {}

  /**
   * A finished training.
   *
   * @param model trained on all events
   * @param metrics by AWS's keys, measured with the model of a {@link Rehearsal} on the events held
   *     back from it; empty if there are too few
   */
  public record Trained(Recommender model, Map<String, Double> metrics) {}

  /**
   * Rehearses the recipe on part of the events and measures that on the rest, then trains it on
   * everything with what the rehearsal chose.
   *
   * @throws dev.maitred.recommend.TrainingStopped soon after the progress asks to stop
   */
  public static Trained run(
      Recipe recipe, TrainingData data, Settings settings, Progress progress) {
    Optional<Trial> trial = OfflineMetrics.trial(recipe, data, settings);
    if (trial.isEmpty()) {
      return new Trained(recipe.train(data, settings, progress), Map.of());
    }
    var rehearsal = recipe.rehearse(trial.get().training(), settings, progress.part(0, 0.5));
    var metrics = OfflineMetrics.measure(trial.get(), rehearsal.model(), progress.part(0.5, 0.55));
    var model = rehearsal.performance().train(data, progress.part(0.55, 1));
    progress.step("done", 1, "");
    return new Trained(model, metrics);
  }
}
