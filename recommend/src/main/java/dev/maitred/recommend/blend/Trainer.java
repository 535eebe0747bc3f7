package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import java.util.Optional;
import java.util.function.Supplier;

/** A way to train one {@link Component}. */
interface Trainer {

  /** The component's name in progress. */
  String name();

  /** About how long it trains, in any unit that is the same for all. */
  double effort();

  /** Whether the blend may do without it. */
  boolean optional();

  /**
   * Trains the component without the held-out events; none if the blend gains nothing by it.
   *
   * @param others how well the components that were trained before foresee them
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  Optional<Component> train(HeldOut heldOut, Supplier<Foresight> others, Progress progress);

  /**
   * Trains it on everything.
   *
   * @param rehearsed what {@link #train} made
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  Component again(Component rehearsed, TrainingData data, Progress progress);

  /**
   * Goes on from a component of a former model with other data; anew where there is no quicker way.
   *
   * @param formerNumber for each item its number in the former model, or a negative number
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  Component update(Component former, int[] formerNumber, TrainingData data, Progress progress);

  /** Trains a component from events. */
  @FunctionalInterface
  interface FromEvents {
    Component train(TrainingData data, Progress progress);
  }

  /** A trainer that begins anew each time. */
  static Trainer of(String name, double effort, boolean optional, FromEvents training) {
    return new Trainer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double effort() {
        return effort;
      }

      @Override
      public boolean optional() {
        return optional;
      }

      @Override
      public Optional<Component> train(
          HeldOut heldOut, Supplier<Foresight> others, Progress progress) {
        return Optional.of(training.train(heldOut.training(), progress));
      }

      @Override
      public Component again(Component rehearsed, TrainingData data, Progress progress) {
        return training.train(data, progress);
      }

      @Override
      public Component update(
          Component former, int[] formerNumber, TrainingData data, Progress progress) {
        return training.train(data, progress);
      }
    };
  }
}
