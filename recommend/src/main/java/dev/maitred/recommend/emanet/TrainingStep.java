package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import java.util.SplittableRandom;

/** Learns from one batch; what another kind of processor would do otherwise. */
interface TrainingStep {

  /**
   * Moves the parameters.
   *
   * @param number of the step, from 1
   * @param rate its size
   * @return the sum of the losses of all positions, before the move
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  double run(Batch batch, long number, double rate, SplittableRandom random, Progress progress);
}
