package dev.maitred.recommend.blend;

import static java.util.stream.Collectors.toMap;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.popularity.Popularity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Trains a {@link Blend}: the components without the latest events of some users, the weights by
 * how well they foresee those events, and then what helps once more with everything.
 *
 * @param recipe the name of the recipe
 * @param answer what rankings are made of
 * @param trainers of the components that may take part
 * @param usual the part of the data that is learnt from; which items are new, all of them tell
 * @param seed of all chance
 */
record BlendTraining(
    String recipe,
    Blend.Answer answer,
    List<Trainer> trainers,
    UnaryOperator<TrainingData> usual,
    long seed) {

  /** The share of a rehearsal that goes into the components; the rest is for the weights. */
  private static final double COMPONENTS = 0.85;

  BlendTraining {
    trainers = List.copyOf(trainers);
  }

  /**
   * Rehearses; see {@link Rehearsal}.
   *
   * @param learnt what is learnt from
   */
  Rehearsal rehearse(TrainingData learnt, Progress progress) {
    var heldOut = HeldOut.of(learnt, seed);
    var work = new Work(progress.part(0, COMPONENTS), trainers);
    var all = new ArrayList<Component>();
    var successful = new ArrayList<Trainer>();
    for (Trainer trainer : trainers) {
      Progress part = work.part(trainer);
      // Of no width: the trainer's own steps begin at the same place, and progress never falls.
      Progress place = part.part(0, 0);
      trainer
          .train(heldOut, () -> Foresight.of(List.copyOf(all), heldOut, seed, place), part)
          .ifPresent(
              component -> {
                all.add(component);
                successful.add(trainer);
              });
    }
    return new BlendTraining(recipe, answer, successful, usual, seed)
        .weigh(all, heldOut, progress.part(COMPONENTS, 1));
  }

  /** Finds which of the components help, and their weights. */
  private Rehearsal weigh(List<Component> all, HeldOut heldOut, Progress rest) {
    var signals = new Signals(Popularity.of(heldOut.training().events()), all);
    var cases = signals.known(heldOut.cases());
    rest.step("blend", 0, cases.size() + " held-out events");
    var table = CaseTable.of(signals, cases, seed, rest);
    // Each fit of the selection tells from 0 to 1, and nobody knows how many there will be.
    BitSet chosen = new Selection(trainers, all, table, rest.part(0.2, 0.2)).chosen();
    Optional<Component> likeness = content().map(trainer -> all.get(trainers.indexOf(trainer)));
    Progress fit = rest.part(0.5, 1);
    Foresight foresight =
        chosen.cardinality() == all.size()
            ? Foresight.of(all, cases, table, fit)
            : Foresight.of(pick(all, chosen), heldOut, seed, fit);
    return kept(chosen, signals, foresight, likeness, heldOut, fit);
  }

  /** What items look like is kept for exploration even if the blend does without it. */
  private Optional<ContentTrainer> content() {
    return trainers.stream()
        .filter(ContentTrainer.class::isInstance)
        .map(ContentTrainer.class::cast)
        .findFirst();
  }

  private Rehearsal kept(
      BitSet chosen,
      Signals signals,
      Foresight foresight,
      Optional<Component> likeness,
      HeldOut heldOut,
      Progress progress) {
    List<Component> components = pick(signals.components(), chosen);
    var fewer = new Signals(signals.popularity(), components);
    var weights =
        Weights.of(
            foresight.weights(),
            ColdFit.fit(fewer.popularity(), fewer.standings(), foresight.cases()));
    var again = new BlendTraining(recipe, answer, pick(trainers, chosen), usual, seed);
    progress.step("blend", 1, components.size() + " components");
    return new Rehearsal(
        new Blend(recipe, answer, fewer, weights, Newcomers.of(heldOut.training()), likeness),
        (data, rest) -> again.perform(components, weights, likeness, data, rest));
  }

  private Blend perform(
      List<Component> rehearsed,
      Weights weights,
      Optional<Component> likeness,
      TrainingData data,
      Progress progress) {
    TrainingData learnt = usual.apply(data);
    var work = new Work(progress, trainers);
    var components = new ArrayList<Component>();
    for (int at = 0; at < trainers.size(); at++) {
      Trainer trainer = trainers.get(at);
      components.add(trainer.again(rehearsed.get(at), learnt, work.part(trainer)));
    }
    return blend(components, weights, likeness, learnt, Newcomers.of(data), progress);
  }

  /**
   * Goes on from a former blend with other data: its components and weights stay, but for those
   * that the data have nothing for any more.
   *
   * @param formerNumber for each item its number in the former blend, or a negative number
   * @param learnt what is learnt from
   */
  Blend update(
      Blend former,
      int[] formerNumber,
      TrainingData learnt,
      Newcomers newcomers,
      Progress progress) {
    Map<String, Trainer> byName =
        trainers.stream().collect(toMap(Trainer::name, Function.identity()));
    var work = new Work(progress, trainers);
    var components = new ArrayList<Component>();
    var warm = DoubleStream.builder();
    var cold = DoubleStream.builder();
    int first = 0;
    int standing = 0;
    for (Component before : former.signals().components()) {
      int end = first + before.signals();
      Trainer trainer = byName.get(before.name());
      if (trainer != null) {
        components.add(trainer.update(before, formerNumber, learnt, work.part(trainer)));
        for (int at = first; at < end; at++) {
          warm.add(former.weights().warm()[at]);
        }
      }
      if (before instanceof Standing) {
        if (trainer != null) {
          cold.add(former.weights().cold()[standing]);
        }
        standing++;
      }
      first = end;
    }
    var weights = Weights.of(warm.build().toArray(), cold.build().toArray());
    Optional<Component> likeness =
        content()
            .map(
                trainer ->
                    components.stream()
                        .filter(component -> component.name().equals(trainer.name()))
                        .findFirst()
                        .orElseGet(() -> trainer.chain(work.part(trainer))));
    return blend(components, weights, likeness, learnt, newcomers, progress);
  }

  private Blend blend(
      List<Component> components,
      Weights weights,
      Optional<Component> likeness,
      TrainingData learnt,
      Newcomers newcomers,
      Progress progress) {
    progress.step("blend", 1, components.size() + " components");
    var signals = new Signals(Popularity.of(learnt.events()), components);
    return new Blend(recipe, answer, signals, weights, newcomers, likeness);
  }

  private static <T> List<T> pick(List<T> all, BitSet chosen) {
    return chosen.stream().mapToObj(all::get).toList();
  }

  /** Shares a progress out among the trainers, in their order. */
  private static final class Work {
    private final Progress progress;
    private final double all;
    private double done;

    Work(Progress progress, List<Trainer> trainers) {
      this.progress = progress;
      this.all = trainers.stream().mapToDouble(Trainer::effort).sum();
    }

    Progress part(Trainer trainer) {
      double from = done / all;
      done += trainer.effort();
      Progress part = progress.part(from, Math.min(1, done / all));
      part.step(trainer.name(), 0, "");
      return part;
    }
  }
}
