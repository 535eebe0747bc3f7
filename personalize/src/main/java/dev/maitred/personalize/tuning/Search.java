package dev.maitred.personalize.tuning;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.Optional;

/** Looks for the best hyperparameters of a recipe. */
@FunctionalInterface
public interface Search {

  /** The search that {@code performHPO} runs; while there is none the setting is refused. */
  static Optional<Search> built() {
    return Optional.empty();
  }

  /**
   * The settings that foresee events best, all else as in {@code start}.
   *
   * @param plan what may be tried
   * @throws dev.maitred.recommend.TrainingStopped soon after the progress asks to stop
   */
  Settings best(
      Recipe recipe, TrainingData data, Settings start, SearchPlan plan, Progress progress);
}
