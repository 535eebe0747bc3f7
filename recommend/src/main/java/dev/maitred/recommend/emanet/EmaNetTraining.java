package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Trains a network: every epoch learns from all events once, in batches of chance, by Adam with a
 * rate that rises over the first steps and then falls like a cosine.
 *
 * <p>After each epoch the progress's checkpoint keeps how far it has come. All chance of an epoch
 * hangs on the seed and its number alone, so a training that goes on from there ends with the same
 * bytes.
 */
public final class EmaNetTraining {

  /** Steps over which the rate rises, at most; a tenth of all if that is less. */
  private static final int WARM_UP = 200;

  private static final double LEAST_RATE = 0.02;

  /** Epochs without a better loss before the training ends. */
  private static final int PATIENCE = 3;

  /** Times that the progress is told of within an epoch. */
  private static final int TELLINGS = 10;

  private static final int LAGS = 3;
  private static final float[] DECAYS = {0.5f, 0.8f, 0.93f, 0.98f};

  private final Plan plan;
  private final Chunks chunks;
  private final Progress progress;
  private final long seed;
  private final RequestVocabulary asked;
  private final Shape shape;
  private final TrainingStep step;
  private final String part;
  private final Pace pace;
  private Stage stage;
  private long steps;

  EmaNetTraining(TrainingData data, EmaNet start, Plan plan, long seed, Progress progress) {
    this.plan = plan;
    this.asked = start.asked();
    this.chunks = Chunks.of(data, asked);
    this.progress = progress;
    this.seed = seed;
    this.shape = start.shape();
    WordLists itemWords = Vocabulary.of(data.items()).of(data.items(), 0);
    this.part = part(start, itemWords);
    Supplier<TrainingStep> fresh =
        () -> new CpuStep(shape, plan, start.parameters().copy(), itemWords);
    Begun begun =
        progress
            .checkpoint()
            .load(part, in -> Begun.read(shape, in, fresh.get()))
            .orElseGet(() -> new Begun(Stage.first(start.parameters()), fresh.get()));
    this.stage = begun.stage();
    this.step = begun.step();
    this.steps = stage.steps();
    this.pace = new Pace((double) stage.epoch() / plan.epochs(), System::nanoTime);
  }

  /** A stage, and a step that goes on from it; one that was read in part only is never used. */
  private record Begun(Stage stage, TrainingStep step) {
    static Begun read(Shape shape, ModelReader in, TrainingStep fresh) {
      return new Begun(Stage.read(shape, in, fresh), fresh);
    }
  }

  /**
   * Names a training by all that its epochs depend on. The loss on held-out events, by which one of
   * them is chosen, is no part of the name: a checkpoint's folder belongs to one training.
   */
  private String part(EmaNet start, WordLists itemWords) {
    var fingerprint = new Fingerprint().add(Stage.LAYOUT).add(seed).add(plan);
    shape.addTo(fingerprint);
    start.parameters().addTo(fingerprint);
    chunks.addTo(fingerprint);
    itemWords.addTo(fingerprint);
    return "emanet-" + fingerprint.text();
  }

  /**
   * Trains until a loss on events that were held out gets no better, and answers the best network;
   * none if it never became finite.
   *
   * @param hidden width of the gated layer; an item's vector has half as many numbers
   * @param heldOut the loss of a network, empty if no events are held out; called after each epoch
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static Optional<EmaNet> train(
      TrainingData data,
      int hidden,
      long seed,
      Function<EmaNet, OptionalDouble> heldOut,
      Progress progress) {
    EmaNet start = start(data, hidden, seed);
    return new EmaNetTraining(data, start, Plan.of(data.events()), seed, progress).best(heldOut);
  }

  /** Trains on events of which nothing else is known. */
  public static Optional<EmaNet> train(
      Interactions data,
      int hidden,
      long seed,
      Function<EmaNet, OptionalDouble> heldOut,
      Progress progress) {
    return train(TrainingData.of(data), hidden, seed, heldOut, progress);
  }

  /** A network that has learnt nothing. */
  static EmaNet start(TrainingData data, int hidden, long seed) {
    RequestVocabulary asked = RequestVocabulary.of(data);
    var shape =
        new Shape(
            data.events().items(),
            hidden / 2,
            hidden,
            LAGS,
            DECAYS,
            asked.size(),
            Plan.hasShortHistories(data.events()));
    // Other chance than that of the batches.
    return new EmaNet(shape, Parameters.initial(shape, new SplittableRandom(~seed)), asked);
  }

  /**
   * Goes on from a network with more events of the same items, in a few epochs of small steps.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static EmaNet refine(EmaNet from, TrainingData data, long seed, Progress progress) {
    int[] same = IntStream.range(0, data.events().items()).toArray();
    return refine(from, data, same, seed, progress);
  }

  /**
   * Goes on from a network with other events, among them perhaps some of items that it didn't know.
   *
   * @param formerNumber for each item of the data its number in the network, or a negative number
   *     if it is new; may leave items of the network out
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public static EmaNet refine(
      EmaNet from, TrainingData data, int[] formerNumber, long seed, Progress progress) {
    EmaNet start = NewItems.in(from, data.events(), formerNumber, seed);
    Plan plan = Plan.of(data.events()).toRefine();
    return new EmaNetTraining(data, start, plan, seed, progress).whole();
  }

  /** The network after all epochs. */
  EmaNet whole() {
    return best(_ -> OptionalDouble.empty()).orElseThrow();
  }

  /** The network after the epoch with the least held-out loss, if any was finite. */
  Optional<EmaNet> best(Function<EmaNet, OptionalDouble> heldOut) {
    if (stage.epoch() > 0) {
      tell(stage.epoch());
    }
    while (stage.epoch() < plan.epochs() && stage.epoch() <= stage.bestEpoch() + PATIENCE) {
      double loss = learn(stage.epoch());
      var network = new EmaNet(shape, step.parameters(), asked);
      OptionalDouble held = heldOut.apply(network);
      stage = stage.after(steps, loss, held, network.parameters());
      progress.checkpoint().save(part, out -> stage.write(out, step));
      tell(stage.epoch());
    }
    return stage.givenUp() ? Optional.empty() : Optional.of(new EmaNet(shape, stage.best(), asked));
  }

  private void tell(double epochs) {
    double done = epochs / plan.epochs();
    progress.step(
        "emanet",
        done,
        String.format(
            Locale.ROOT,
            "epoch %d of %d%s, %s",
            Math.min(plan.epochs(), (int) epochs + 1),
            plan.epochs(),
            stage.losses(),
            pace.left(done)));
  }

  /** One epoch; answers the mean loss. */
  private double learn(int epoch) {
    SplittableRandom random = random(epoch);
    List<int[]> batches = chunks.batches(plan.batch(), random);
    double loss = 0;
    for (int at = 0; at < batches.size(); at++) {
      double done = epoch + (double) at / batches.size();
      if (at % Math.ceilDiv(batches.size(), TELLINGS) == 0) {
        tell(done);
      }
      steps++;
      Batch batch = chunks.batch(batches.get(at), random);
      loss += step.run(batch, steps, rate(done), random, progress);
    }
    return loss / Math.max(1, chunks.positions());
  }

  private SplittableRandom random(int epoch) {
    var all = new SplittableRandom(seed);
    for (int before = 0; before < epoch; before++) {
      all.split();
    }
    return all.split();
  }

  private double rate(double epochs) {
    long all = plan.epochs() * chunks.positions() / plan.batch();
    double warmUp = Math.clamp(all / 10, 1, WARM_UP);
    double cosine = (1 + Math.cos(Math.PI * epochs / plan.epochs())) / 2;
    return plan.rate() * Math.min(1, steps / warmUp) * (cosine * (1 - LEAST_RATE) + LEAST_RATE);
  }
}
