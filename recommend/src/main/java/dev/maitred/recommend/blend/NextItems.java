package dev.maitred.recommend.blend;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.ItemContent;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.Ease;
import dev.maitred.recommend.linear.HistoryModel;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.linear.SequenceRidge;
import dev.maitred.recommend.linear.SessionNeighbours;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.popularity.Popularity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the next items of a user are foreseen from: which components take part in the {@link Blend},
 * by the settings of the recipe and the size of the data.
 *
 * @param lookback the number of last events that count in what follows what
 * @param recency whether the latest popularity counts beside that of all times
 * @param hidden width of the network's gated layer
 * @param usual the part of the data that is learnt from; which items are new, all of them tell
 * @param seed of all chance
 */
public record NextItems(
    int lookback, boolean recency, int hidden, UnaryOperator<TrainingData> usual, long seed) {

  /** From fewer events a network learns nothing that the chains do not (docs/decisions/025). */
  private static final int LEAST_EVENTS_FOR_NETWORK = 120_000;

  private static final int EASE_LATELY = 60;
  private static final double EASE_FORGETTING = 0.85;

  /** Trains a blend; see {@link Rehearsal}. */
  public Rehearsal rehearse(
      String recipe, Blend.Answer answer, TrainingData data, Progress progress) {
    TrainingData learnt = usual.apply(data);
    boolean network = learnt.events().events() >= LEAST_EVENTS_FOR_NETWORK;
    return new BlendTraining(recipe, answer, trainers(learnt, network, progress), usual, seed)
        .rehearse(learnt, progress);
  }

  /**
   * Goes on from a former blend with other data; see {@link dev.maitred.recommend.Recipe#update}.
   */
  public Blend update(Blend former, int[] formerNumber, TrainingData data, Progress progress) {
    TrainingData learnt = usual.apply(data);
    List<Trainer> trainers = trainers(learnt, true, progress);
    return new BlendTraining(former.recipe(), former.answer(), trainers, usual, seed)
        .update(former, formerNumber, learnt, Newcomers.of(data), progress);
  }

  private List<Trainer> trainers(TrainingData data, boolean network, Progress progress) {
    var trainers = new ArrayList<Trainer>();
    trainers.add(
        Trainer.of(
            Standing.POPULARITY,
            0.1,
            false,
            (all, part) -> Standing.ofUsers(Popularity.of(all.events()))));
    if (recency) {
      trainers.add(
          Trainer.of(
              Standing.RECENT_POPULARITY,
              0.1,
              false,
              (all, part) -> Standing.ofRecentEvents(all.events())));
    }
    trainers.add(Trainer.of(Seen.NAME, 0.01, false, (all, part) -> new Seen()));
    if (Lift.tells(data)) {
      trainers.add(Trainer.of(Lift.NAME, 0.1, false, (all, part) -> Lift.of(all)));
    }
    trainers.addAll(chains(data, progress));
    trainers.add(new FactorsTrainer(seed));
    if (network) {
      trainers.add(new NetworkTrainer(hidden, seed));
    }
    return trainers;
  }

  private List<Trainer> chains(TrainingData data, Progress progress) {
    var chains = new ArrayList<Trainer>();
    chains.add(chain(MarkovChain.NAME, 0.3, (all, part) -> MarkovChain.train(all, lookback, part)));
    chains.add(chain(SessionNeighbours.NAME, 0.2, SessionNeighbours::train));
    chains.add(chain(MarkovChain.NEAR_NAME, 0.1, MarkovChain::near));
    if (data.events().items() > 0) {
      chains.add(
          chain(SequenceRidge.NAME, 1.5, (all, part) -> SequenceRidge.train(all, lookback, part)));
      chains.add(Trainer.of(Ease.NAME, 0.5, true, NextItems::ease));
    }
    ItemContent content = ItemContent.of(data.items(), progress);
    if (content.known()) {
      chains.add(new ContentTrainer(content));
    }
    return chains;
  }

  /** Trains what follows what. */
  @FunctionalInterface
  private interface ChainTraining {
    HistoryModel train(Interactions events, Progress progress);
  }

  private static Trainer chain(String name, double effort, ChainTraining training) {
    return Trainer.of(
        name,
        effort,
        true,
        (all, progress) -> new Chain(all.events().items(), training.train(all.events(), progress)));
  }

  /** Taste of all times, and of late. */
  private static Chain ease(TrainingData data, Progress progress) {
    Transitions ease = Ease.train(data.events(), progress);
    float[] lately = Decay.weights(EASE_LATELY, EASE_FORGETTING);
    return new Chain(data.events().items(), ease, List.of(lately));
  }
}
