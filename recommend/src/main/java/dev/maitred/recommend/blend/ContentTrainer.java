package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.ItemContent;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the items that are like others by their metadata, which no event changes.
 *
 * @param content of the items of the data that are trained on
 */
record ContentTrainer(ItemContent content) implements Trainer {

  @Override
  public String name() {
    return ItemContent.NAME;
  }

  @Override
  public double effort() {
    return 0.5;
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public Optional<Component> train(HeldOut heldOut, Supplier<Foresight> others, Progress progress) {
    return Optional.of(chain(progress));
  }

  @Override
  public Component again(Component rehearsed, TrainingData data, Progress progress) {
    return rehearsed;
  }

  @Override
  public Component update(
      Component former, int[] formerNumber, TrainingData data, Progress progress) {
    return chain(progress);
  }

  /** Finds them. */
  Chain chain(Progress progress) {
    return new Chain(content.items(), content.transitions(progress));
  }
}
