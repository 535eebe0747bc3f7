package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Trains a network: every epoch learns from all events once, in batches of chance, by Adam with a
 * rate that rises over the first steps and then falls like a cosine.
 */
public final class EmaNetTraining {

  private static final int WARM_UP = 200;
  private static final double LEAST_RATE = 0.02;

  /** Epochs without a better loss before the training ends. */
  private static final int PATIENCE = 3;

  private static final int LAGS = 3;
  private static final float[] DECAYS = {0.5f, 0.8f, 0.93f, 0.98f};

  private final Plan plan;
  private final Chunks chunks;
  private final Progress progress;
  private final SplittableRandom random;
  private final Shape shape;
  private final Parameters parameters;
  private final TrainingStep step;
  private long steps;

  EmaNetTraining(
      Interactions data,
      Shape shape,
      Parameters parameters,
      Plan plan,
      long seed,
      Progress progress) {
    this.plan = plan;
    this.chunks = Chunks.of(data);
    this.progress = progress;
    this.random = new SplittableRandom(seed);
    this.shape = shape;
    this.parameters = parameters;
    this.step = new CpuStep(shape, plan, parameters);
  }

  /**
   * Trains until a loss on events that were held out gets no better, and answers the best network.
   *
   * @param hidden width of the gated layer; an item's vector has half as many numbers
   * @param heldOut the loss of a network; called after each epoch
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static EmaNet train(
      Interactions data,
      int hidden,
      long seed,
      ToDoubleFunction<EmaNet> heldOut,
      Progress progress) {
    Shape shape = shape(data, hidden);
    // Other chance than that of the batches.
    Parameters start = Parameters.initial(shape, new SplittableRandom(~seed));
    return new EmaNetTraining(data, shape, start, Plan.of(data), seed, progress).best(heldOut);
  }

  /**
   * Goes on from a network with more events of the same items, in a few epochs of small steps.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static EmaNet refine(EmaNet from, Interactions data, long seed, Progress progress) {
    Plan plan = Plan.of(data).toRefine();
    return new EmaNetTraining(data, from.shape(), from.parameters().copy(), plan, seed, progress)
        .whole();
  }

  private static Shape shape(Interactions data, int hidden) {
    return new Shape(data.items(), hidden / 2, hidden, LAGS, DECAYS, Plan.hasShortHistories(data));
  }

  EmaNet whole() {
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      double loss = learn(epoch);
      tell(epoch, String.format(Locale.ROOT, "loss %.4f", loss));
    }
    return new EmaNet(shape, parameters);
  }

  EmaNet best(ToDoubleFunction<EmaNet> heldOut) {
    EmaNet best = new EmaNet(shape, parameters.copy());
    double least = Double.POSITIVE_INFINITY;
    int bestEpoch = 0;
    for (int epoch = 0; epoch < plan.epochs() && epoch <= bestEpoch + PATIENCE; epoch++) {
      double loss = learn(epoch);
      double held = heldOut.applyAsDouble(new EmaNet(shape, parameters));
      tell(epoch, String.format(Locale.ROOT, "loss %.4f, of held-out events %.4f", loss, held));
      if (held < least) {
        least = held;
        bestEpoch = epoch;
        best = new EmaNet(shape, parameters.copy());
      }
    }
    return best;
  }

  private void tell(int epoch, String detail) {
    progress.step("emanet", (epoch + 1.0) / plan.epochs(), detail);
  }

  /** One epoch; answers the mean loss. */
  private double learn(int epoch) {
    List<Batch> batches = chunks.batches(plan.batch(), random);
    double loss = 0;
    for (int at = 0; at < batches.size(); at++) {
      double done = (epoch + (double) at / batches.size()) / plan.epochs();
      steps++;
      loss += step.run(batches.get(at), steps, rate(done), random, progress);
    }
    return loss / Math.max(1, chunks.positions());
  }

  private double rate(double done) {
    double cosine = (1 + Math.cos(Math.PI * done)) / 2;
    return plan.rate()
        * Math.min(1, (double) steps / WARM_UP)
        * (cosine * (1 - LEAST_RATE) + LEAST_RATE);
  }
}
