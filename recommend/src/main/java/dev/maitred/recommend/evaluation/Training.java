package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.Map;

/** What Personalize calls the creation of a solution version: a model and its offline metrics. */
public final class Training {

  private Training() {}

  /**
   * A finished training.
   *
   * @param model trained on all events
   * @param metrics by AWS's keys, measured with the model of a {@link Rehearsal} without the test
   *     users; empty if there are too few users to test
   */
  public record Trained(Recommender model, Map<String, Double> metrics) {}

  /**
   * Rehearses the recipe on the training users and measures that, then trains it on everything with
   * what the rehearsal chose.
   *
   * @throws dev.maitred.recommend.TrainingStopped soon after the progress asks to stop
   */
  public static Trained run(
      Recipe recipe, TrainingData data, Settings settings, Progress progress) {
    var split = PersonalizeSplit.of(data.events(), settings.seed());
    if (split.cases().isEmpty()) {
      return new Trained(recipe.train(data, settings, progress), Map.of());
    }
    var rehearsal = recipe.rehearse(data.with(split.training()), settings, progress.part(0, 0.5));
    var metrics =
        OfflineMetrics.measure(
            rehearsal.model(), recipe.type(), split.cases(), progress.part(0.5, 0.55));
    var model = rehearsal.performance().train(data, progress.part(0.55, 1));
    progress.step("done", 1, "");
    return new Trained(model, metrics);
  }
}
