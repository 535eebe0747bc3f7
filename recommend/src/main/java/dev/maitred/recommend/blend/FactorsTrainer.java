package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.als.Preferences;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains iALS, whose events count less the longer ago they are, and goes on from there with
 * everything.
 *
 * @param seed of all chance
 */
record FactorsTrainer(long seed) implements Trainer {

  private static final double FORGETTING = 0.9;
  private static final int LOOKBACK = 100;
  private static final int ITERATIONS = 6;
  private static final int MORE_ITERATIONS = 2;

  @Override
  public String name() {
    return Factors.NAME;
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
    return Optional.of(train(heldOut.training(), progress));
  }

  private Factors train(TrainingData data, Progress progress) {
    return component(
        ImplicitAls.DEFAULT
            .iterating(ITERATIONS)
            .train(Preferences.of(data.events()), seed, progress),
        progress);
  }

  @Override
  public Component update(
      Component former, int[] formerNumber, TrainingData data, Progress progress) {
    return train(data, progress);
  }

  @Override
  public Component again(Component rehearsed, TrainingData data, Progress progress) {
    return switch (rehearsed) {
      case Factors former ->
          component(
              ImplicitAls.DEFAULT
                  .iterating(MORE_ITERATIONS)
                  .goOn(former.trained(), Preferences.of(data.events()), progress),
              progress);
      case Component other -> throw new IllegalArgumentException(other.name() + " has no factors");
    };
  }

  private static Factors component(ItemFactors factors, Progress progress) {
    return Factors.of(factors.remembering(FORGETTING, LOOKBACK), progress);
  }
}
