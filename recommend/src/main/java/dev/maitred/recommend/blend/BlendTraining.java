package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.popularity.Popularity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Trains a {@link Blend}: the components without each user's last event, the weights by how well
 * they foresee those events, and then what helps once more with everything.
 *
 * @param recipe the name of the recipe
 * @param answer what rankings are made of
 * @param trainers of the components that may take part
 * @param seed of all chance
 */
record BlendTraining(String recipe, Blend.Answer answer, List<Trainer> trainers, long seed) {

  /** The share of a rehearsal that goes into the components; the rest is for the weights. */
  private static final double COMPONENTS = 0.85;

  BlendTraining {
    trainers = List.copyOf(trainers);
  }

  /** Rehearses; see {@link Rehearsal}. */
  Rehearsal rehearse(TrainingData data, Progress progress) {
    var heldOut = HeldOut.of(data, seed);
    var work = new Work(progress.part(0, COMPONENTS), trainers);
    var all = new ArrayList<Component>();
    for (Trainer trainer : trainers) {
      Progress part = work.part(trainer);
      all.add(
          trainer.train(
              heldOut, () -> Foresight.of(List.copyOf(all), heldOut, seed, part.part(0, 0)), part));
    }
    Progress rest = progress.part(COMPONENTS, 1);
    var signals = new Signals(Popularity.of(heldOut.training().events()), all);
    var cases = signals.known(heldOut.cases());
    rest.step("blend", 0, cases.size() + " held-out events");
    var table = CaseTable.of(signals, cases, seed, rest);
    BitSet chosen = new Selection(trainers, all, table, rest.part(0.2, 0.2)).chosen();
    return kept(chosen, signals, heldOut, rest.part(0.5, 1));
  }

  private Rehearsal kept(BitSet chosen, Signals signals, HeldOut heldOut, Progress progress) {
    List<Component> components = pick(signals.components(), chosen);
    var fewer = new Signals(signals.popularity(), components);
    Foresight foresight = Foresight.of(components, heldOut, seed, progress);
    var weights =
        Weights.of(
            foresight.weights(),
            ColdFit.fit(fewer.popularity(), fewer.standings(), foresight.cases()));
    var again = new BlendTraining(recipe, answer, pick(trainers, chosen), seed);
    progress.step("blend", 1, components.size() + " components");
    return new Rehearsal(
        new Blend(recipe, answer, fewer, weights, Newcomers.of(heldOut.training())),
        (data, rest) -> again.perform(components, weights, data, rest));
  }

  private Blend perform(
      List<Component> rehearsed, Weights weights, TrainingData data, Progress progress) {
    var work = new Work(progress, trainers);
    var components = new ArrayList<Component>();
    for (int at = 0; at < trainers.size(); at++) {
      Trainer trainer = trainers.get(at);
      components.add(trainer.again(rehearsed.get(at), data, work.part(trainer)));
    }
    progress.step("blend", 1, components.size() + " components");
    var signals = new Signals(Popularity.of(data.events()), components);
    return new Blend(recipe, answer, signals, weights, Newcomers.of(data));
  }

  /**
   * Goes on from a former blend with other data: its components and weights stay.
   *
   * @param formerNumber for each item its number in the former blend, or a negative number
   */
  Blend update(Blend former, int[] formerNumber, TrainingData data, Progress progress) {
    List<Component> before = former.signals().components();
    List<Trainer> kept = before.stream().map(component -> trainer(component.name())).toList();
    var work = new Work(progress, kept);
    var components = new ArrayList<Component>();
    for (int at = 0; at < kept.size(); at++) {
      Trainer trainer = kept.get(at);
      components.add(trainer.update(before.get(at), formerNumber, data, work.part(trainer)));
    }
    progress.step("blend", 1, components.size() + " components");
    var signals = new Signals(Popularity.of(data.events()), components);
    return new Blend(recipe, answer, signals, former.weights(), Newcomers.of(data));
  }

  private Trainer trainer(String name) {
    return trainers.stream()
        .filter(trainer -> trainer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no trainer of " + name));
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
