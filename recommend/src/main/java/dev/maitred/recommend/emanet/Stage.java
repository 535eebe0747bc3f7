package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How far a training has come, between two epochs.
 *
 * @param epoch how many epochs have been learnt
 * @param steps taken in them
 * @param loss mean loss of the last one
 * @param heldOut loss on held-out events after it, if any are
 * @param least the least of these losses
 * @param bestEpoch the epoch that it came with, or the last one if no events are held out
 * @param best the parameters after that
 */
record Stage(
    int epoch,
    long steps,
    double loss,
    OptionalDouble heldOut,
    double least,
    int bestEpoch,
    Parameters best) {

  /** Counts up whenever a training that goes on from a former layout would go wrong. */
  static final int LAYOUT = 1;

  /**
   * The stage before the first epoch.
   *
   * @param start parameters that nobody changes
   */
  static Stage first(Parameters start) {
    return new Stage(0, 0, Double.NaN, OptionalDouble.empty(), Double.POSITIVE_INFINITY, 0, start);
  }

  /** The stage after one more epoch. */
  Stage after(long number, double mean, OptionalDouble held, Parameters now) {
    return held.isEmpty() || held.getAsDouble() < least
        ? new Stage(epoch + 1, number, mean, held, held.orElse(least), epoch, now.copy())
        : new Stage(epoch + 1, number, mean, held, least, bestEpoch, best);
  }

  /** Whether no epoch made the network worth anything on held-out events. */
  boolean givenUp() {
    return heldOut.isPresent() && least == Double.POSITIVE_INFINITY;
  }

  /** The losses in words. */
  String losses() {
    if (epoch == 0) {
      return "";
    }
    String of = String.format(Locale.ROOT, ", loss %.4f", loss);
    if (heldOut.isEmpty()) {
      return of;
    }
    return Double.isFinite(heldOut.getAsDouble())
        ? of + String.format(Locale.ROOT, ", of held-out events %.4f", heldOut.getAsDouble())
        : of + ", held-out events not foreseen better by it yet";
  }

  void write(ModelWriter out, TrainingStep step) {
    out.putInt(epoch);
    out.putLong(steps);
    out.putLong(Double.doubleToRawLongBits(loss));
    out.putLong(Double.doubleToRawLongBits(heldOut.orElse(Double.NaN)));
    out.putLong(Double.doubleToRawLongBits(least));
    out.putInt(bestEpoch);
    best.write(out);
    step.write(out);
  }

  /** Reads a stage, and the step that was taken to it. */
  static Stage read(Shape shape, ModelReader in, TrainingStep step) {
    var stage =
        new Stage(
            in.getInt(),
            in.getLong(),
            Double.longBitsToDouble(in.getLong()),
            DoubleStream.of(Double.longBitsToDouble(in.getLong()))
                .filter(loss -> !Double.isNaN(loss))
                .findFirst(),
            Double.longBitsToDouble(in.getLong()),
            in.getInt(),
            Parameters.read(shape, in));
    step.read(in);
    return stage;
  }
}
