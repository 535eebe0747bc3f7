package dev.maitred.recommend;

import java.util.Map;

/**
 * Events held back from a training, and how well a model that learnt from the rest foresees them.
 */
public interface Trial {

  /** What the model may learn from, in the numbering of the whole. */
  TrainingData training();

  /**
   * Measures a model that was trained on {@link #training}.
   *
   * @param progress told of the work as it goes on, from the calling thread
   * @return the metrics by the keys of {@code GetSolutionMetrics}
   */
  Map<String, Double> measure(Recommender model, Progress progress);
}
