package dev.maitred.recommend;

import java.util.Optional;

/**
 * How a recipe is measured offline: what is held back from its training, and what the model is then
 * asked about it.
 */
@FunctionalInterface
public interface Measurement {

  /**
   * Holds events back.
   *
   * @param settings whose seed decides what is held back, where chance does
   * @return empty if the data are too few to hold anything back
   */
  Optional<Trial> trial(TrainingData data, Settings settings);
}
