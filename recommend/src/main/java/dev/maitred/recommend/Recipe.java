package dev.maitred.recommend;

import dev.maitred.recommend.model.ModelReader;
import java.util.List;
import java.util.Optional;

/**
 * A way to make a {@link Recommender} from {@link Interactions}, named as Personalize names it.
 * Recipes are stateless and safe for use by many threads.
 */
public interface Recipe {

  /** The last part of the recipe's ARN, such as {@code aws-sims}. */
  String name();

  /** What the trained models are asked for. */
  RecipeType type();

  /**
   * Whether the rankings carry scores; the developer guide lists which recipes' do
   * (recommendations).
   */
  boolean scored();

  /** Whether there must be an Items data set, as the recipe goes by what items look like. */
  default boolean needsItems() {
    return false;
  }

  /** The hyperparameters this recipe knows, in the order of the guide's table. */
  List<Hyperparameter> hyperparameters();

  /**
   * Trains a model. The same data, settings and machine type give the same model, byte for byte,
   * whatever the number of threads.
   *
   * @param progress told of the work as it goes on, from the calling thread
   * @throws TrainingStopped soon after {@link Progress#stopped} answers true
   */
  Recommender train(TrainingData data, Settings settings, Progress progress);

  /** Reads a model of this recipe that {@link Recommender#save} wrote. */
  Recommender read(ModelReader in);

  /**
   * Goes on from a former model of this recipe with other data, whose items may be others, in less
   * time than a training; a recipe that can't trains anew.
   *
   * @param formerNumber for each item of the data its number in the former model, or a negative
   *     number if it is new
   * @param progress told of the work as it goes on, from the calling thread
   * @throws TrainingStopped soon after {@link Progress#stopped} answers true
   */
  default Recommender update(
      Recommender former,
      int[] formerNumber,
      TrainingData data,
      Settings settings,
      Progress progress) {
    return train(data, settings, progress);
  }

  /**
   * Trains a model that may keep some events back to choose weights with, and tells how to train
   * again without choosing. A recipe that chooses nothing trains twice alike.
   *
   * @param progress told of the work as it goes on, from the calling thread
   * @throws TrainingStopped soon after {@link Progress#stopped} answers true
   */
  default Rehearsal rehearse(TrainingData data, Settings settings, Progress progress) {
    return new Rehearsal(
        train(data, settings, progress), (all, rest) -> train(all, settings, rest));
  }

  /**
   * How the recipe is measured, if otherwise than its {@link #type} says ({@code
   * evaluation.OfflineMetrics} knows a measurement for each type).
   */
  default Optional<Measurement> measurement() {
    return Optional.empty();
  }
}
