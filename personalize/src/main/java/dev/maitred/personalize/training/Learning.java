package dev.maitred.personalize.training;

import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.personalize.tuning.Search;
import dev.maitred.personalize.tuning.SearchPlan;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.evaluation.Training;
import dev.maitred.recommend.evaluation.Training.Trained;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * How a version comes to its model: hyperparameters are chosen first if that is asked for, and a
 * former model is built on where there is one.
 *
 * @param plan what hyperparameter optimization may try, if it is asked for
 * @param former the model that an update starts from
 */
record Learning(Recipe recipe, Optional<SearchPlan> plan, Optional<TrainedModel> former) {

  /** The share of the work that the choice of hyperparameters takes. */
  private static final double CHOOSING = 0.6;

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
    if (plan.isEmpty()) {
      return new Learnt(train(data, settings, progress), Map.of());
    }
    Settings best =
        Search.built()
            .orElseThrow(() -> new IllegalStateException("a solution that performs HPO"))
            .best(recipe, data.data(), settings, plan.get(), progress.part(0, CHOOSING));
    return new Learnt(train(data, best, progress.part(CHOOSING, 1)), plan.get().chosen(best));
  }

  private Trained train(TrainingSet data, Settings settings, Progress progress) {
    return former.isPresent()
        ? update(former.get(), data, settings, progress)
        : Training.run(recipe, data.data(), settings, progress);
  }

  /** Until recipes can build on a former model, an update learns everything anew. */
  private Trained update(
      TrainedModel former, TrainingSet data, Settings settings, Progress progress) {
    Recommender before = former.recommender();
    int[] formerNumber = data.items().stream().mapToInt(former.items()::number).toArray();
    progress.step("update", 0, known(formerNumber) + " of " + before.items() + " items are known");
    return Training.run(recipe, data.data(), settings, progress);
  }

  private static long known(int[] formerNumber) {
    return Arrays.stream(formerNumber).filter(number -> number >= 0).count();
  }
}
