package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;

/**
 * Rows of parameters of which a step concerns few: {@link Adam} that moves a row only when it is
 * next read, and then all at once by what the steps since its last slope would have moved it.
 *
 * <p>Without slopes the mean fades by 0.9 a step and the root of the square by √0.98, so that the
 * moves of k steps are a geometric series with ρ = 0.9 / √0.98. It is summed at the rate of the
 * step that asks; a series is over long before the rate has changed.
 */
final class Rows {

  private static final double MEAN_LEFT = 1 - (double) Adam.MEAN;
  private static final double SQUARE_LEFT = 1 - (double) Adam.SQUARE;

  /** After so many steps without a slope nothing moves any more. */
  private static final int LONGEST = 1_000;

  private static final float[] MEAN_AFTER = new float[LONGEST + 1];
  private static final float[] SQUARE_AFTER = new float[LONGEST + 1];

  /** ρ + ρ² + … + ρ^k. */
  private static final float[] WAY = new float[LONGEST + 1];

  static {
    double mean = 1;
    double square = 1;
    double way = 0;
    for (int steps = 0; steps <= LONGEST; steps++) {
      MEAN_AFTER[steps] = (float) mean;
      SQUARE_AFTER[steps] = (float) square;
      WAY[steps] = (float) way;
      mean *= MEAN_LEFT;
      square *= SQUARE_LEFT;
      way += mean / Math.sqrt(square);
    }
    MEAN_AFTER[LONGEST] = 0;
  }

  private final float[] values;
  private final int width;
  private final Adam adam;

  /** For each row the last step that it has been moved by. */
  private final long[] moved;

  /**
   * Rows side by side.
   *
   * @param values moved in place
   */
  Rows(float[] values, int width) {
    this.values = values;
    this.width = width;
    this.adam = new Adam(values);
    this.moved = new long[values.length / width];
  }

  float[] values() {
    return values;
  }

  int width() {
    return width;
  }

  int count() {
    return moved.length;
  }

  /** Moves a row by all steps before this one. */
  void catchUp(int row, Adam.Step step) {
    int missed = (int) Math.min(LONGEST, step.number() - 1 - moved[row]);
    if (missed > 0) {
      adam.fade(step, row * width, width, MEAN_AFTER[missed], SQUARE_AFTER[missed], WAY[missed]);
    }
    moved[row] = step.number() - 1;
  }

  /** Moves a row that has caught up by this step, by slopes from the start of an array. */
  void move(int row, Adam.Step step, float[] slope) {
    adam.move(step, row * width, width, slope);
    moved[row] = step.number();
  }

  /** Writes rows that have all caught up. */
  void write(ModelWriter out) {
    adam.write(out);
  }

  /** Takes over what {@link #write} wrote after a step. */
  void read(ModelReader in, long step) {
    adam.read(in);
    Arrays.fill(moved, step);
  }
}
