package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.SplittableRandom;

/**
 * Holds the parameters of a network while it learns, and learns from one batch after another. This
 * is all that another kind of processor would do otherwise: the batches, their order, the rate, the
 * end of a training and its checkpoints stay as they are.
 */
interface TrainingStep {

  /**
   * Moves the parameters.
   *
   * @param number of the step, from 1
   * @param rate its size
   * @param random for the negatives and the dropout of this step
   * @return the sum of the losses of all positions, before the move
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  double run(Batch batch, long number, double rate, SplittableRandom random, Progress progress);

  /** The parameters after all steps so far; the next step changes them. */
  Parameters parameters();

  /** Writes all that the next steps depend on, so that {@link #read} goes on from here. */
  void write(ModelWriter out);

  /** Takes over what {@link #write} wrote. */
  void read(ModelReader in);
}
