package dev.maitred.personalize.training;

import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.personalize.tuning.SearchPlan;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.evaluation.Training;
import dev.maitred.recommend.evaluation.Training.Trained;
import dev.maitred.recommend.tuning.Tuning;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * How a version comes to its model: a former model is gone on with where there is one; otherwise
 * hyperparameters are chosen first if that is asked for.
 *
 * @param plan what hyperparameter optimization may try, if it is asked for
 * @param former what an update starts from
 */
record Learning(Recipe recipe, Optional<SearchPlan> plan, Optional<Former> former) {

  /** The share of the work that the choice of hyperparameters takes. */
  private static final double CHOOSING = 0.8;

  /**
   * What an update starts from.
   *
   * @param tuned the hyperparameters that were chosen for it, by name
   */
  record Former(TrainedModel model, Map<String, String> tuned) {}

  /**
   * What came of it.
   *
   * @param tuned the hyperparameters that were chosen, by name
   */
  record Learnt(Trained trained, Map<String, String> tuned) {}

  /**
   * Learns.
   *
   * @throws dev.maitred.recommend.TrainingStopped soon after the progress asks to stop
   */
  Learnt run(TrainingSet data, Settings settings, Progress progress) {
    if (former.isPresent()) {
      return update(former.get(), data, settings, progress);
    }
    return plan.isPresent()
        ? tune(plan.get(), data, settings, progress)
        : new Learnt(Training.run(recipe, data.data(), settings, progress), Map.of());
  }

  private Learnt tune(SearchPlan ranges, TrainingSet data, Settings settings, Progress progress) {
    Settings best =
        Tuning.best(recipe, data.data(), ranges.candidates(settings), progress.part(0, CHOOSING));
    return new Learnt(
        Training.run(recipe, data.data(), best, progress.part(CHOOSING, 1)), ranges.chosen(best));
  }

  /**
   * Nothing is measured: a model that has learnt from all events foresees none that were held back,
   * and one that has not would take a training of its own.
   */
  private Learnt update(Former start, TrainingSet data, Settings settings, Progress progress) {
    Recommender before = start.model().recommender();
    int[] formerNumber = data.items().stream().mapToInt(start.model().items()::number).toArray();
    progress.step("update", 0, known(formerNumber) + " of " + formerNumber.length + " items");
    Recommender updated =
        recipe.update(before, formerNumber, data.data(), settings.with(start.tuned()), progress);
    return new Learnt(new Trained(updated, Map.of()), start.tuned());
  }

  private static long known(int[] formerNumber) {
    return Arrays.stream(formerNumber).filter(number -> number >= 0).count();
  }
}
