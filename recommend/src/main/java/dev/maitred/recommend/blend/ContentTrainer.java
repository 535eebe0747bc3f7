package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.ItemContent;
import java.util.List;
import java.util.function.Supplier;

/** Finds the items that are like others by their metadata, which no event changes. */
record ContentTrainer() implements Trainer {

  static final String NAME = "content";

  @Override
  public String name() {
    return NAME;
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
  public Component train(HeldOut heldOut, Supplier<Foresight> others, Progress progress) {
    return train(heldOut.training(), progress);
  }

  @Override
  public Component again(Component rehearsed, TrainingData data, Progress progress) {
    return rehearsed;
  }

  @Override
  public Component update(
      Component former, int[] formerNumber, TrainingData data, Progress progress) {
    return train(data, progress);
  }

  private static Chain train(TrainingData data, Progress progress) {
    return new Chain(
        data.events().items(), List.of(ItemContent.of(data.items()).transitions(progress)));
  }
}
