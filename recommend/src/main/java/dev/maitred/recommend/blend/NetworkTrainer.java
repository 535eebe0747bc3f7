package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.emanet.EmaNetTraining;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains EmaNet as long as the blend foresees the held-out events better by it, and goes on from
 * there with everything.
 *
 * @param hidden width of the gated layer
 * @param seed of all chance
 */
record NetworkTrainer(int hidden, long seed) implements Trainer {

  @Override
  public String name() {
    return Network.NAME;
  }

  @Override
  public double effort() {
    return 10;
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public Optional<Component> train(HeldOut heldOut, Supplier<Foresight> others, Progress progress) {
    Foresight foresight = others.get();
    var loss = new BlendedLoss(foresight, progress);
    return EmaNetTraining.train(heldOut.training(), hidden, seed, loss, progress.part(0.05, 1))
        .map(network -> Network.of(network, progress));
  }

  @Override
  public Component again(Component rehearsed, TrainingData data, Progress progress) {
    return Network.of(EmaNetTraining.refine(network(rehearsed), data, seed, progress), progress);
  }

  @Override
  public Component update(
      Component former, int[] formerNumber, TrainingData data, Progress progress) {
    return Network.of(
        EmaNetTraining.refine(network(former), data, formerNumber, seed, progress), progress);
  }

  private static EmaNet network(Component component) {
    return switch (component) {
      case Network network -> network.trained();
      case Component other -> throw new IllegalArgumentException(other.name() + " is no network");
    };
  }
}
