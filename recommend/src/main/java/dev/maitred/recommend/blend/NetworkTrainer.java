package dev.maitred.recommend.blend;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.emanet.EmaNetTraining;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains EmaNet until the held-out events are foreseen no better, and goes on from there with
 * everything.
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
  public Component train(HeldOut heldOut, Progress progress) {
    Interactions data = heldOut.training().events();
    var popularity = Popularity.of(data);
    List<HeldOut.Case> known =
        heldOut.cases().stream().filter(held -> popularity.users(held.next()) > 0).toList();
    var loss = new HeldOutLoss(popularity, known, progress);
    return new Network(EmaNetTraining.train(heldOut.training(), hidden, seed, loss, progress));
  }

  @Override
  public Component again(Component rehearsed, TrainingData data, Progress progress) {
    int[] same = IntStream.range(0, data.events().items()).toArray();
    return update(rehearsed, same, data, progress);
  }

  @Override
  public Component update(
      Component former, int[] formerNumber, TrainingData data, Progress progress) {
    return switch (former) {
      case Network network ->
          new Network(EmaNetTraining.refine(network.network(), data, formerNumber, seed, progress));
      case Component other -> throw new IllegalArgumentException(other.name() + " is no network");
    };
  }
}
