package dev.maitred.recommend;

/**
 * A first training on part of the events, which a second one on all of them learns from.
 *
 * @param model what the first training made; good to measure the recipe with
 * @param performance how to train the model that is wanted
 */
public record Rehearsal(Recommender model, Performance performance) {

  /** A training that takes over what the rehearsal chose. */
  @FunctionalInterface
  public interface Performance {

    /**
     * Trains a model.
     *
     * @param data may hold users whom the rehearsal did not see, in the same numbering of items
     * @param progress told of the work as it goes on, from the calling thread
     * @throws TrainingStopped soon after {@link Progress#stopped} answers true
     */
    Recommender train(TrainingData data, Progress progress);
  }
}
