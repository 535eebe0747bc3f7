package dev.maitred.recommend.tuning;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.evaluation.OfflineMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The choice of a recipe's settings among candidates by two rounds of successive halving (Jamieson
 * and Talwalkar, Non-stochastic Best Arm Identification, 2016): all are measured on a quarter of
 * the users, the best third of them on all users.
 *
 * <p>Measured is what the recipe's own trial says ({@link OfflineMetrics}), by NDCG@25 where there
 * is one, else by the first metric. The trials of one round hold back the same events.
 */
public final class Tuning {

  private static final String NDCG = "normalized_discounted_cumulative_gain_at_25";
  private static final double SHARE = 0.25;

  /** Fewer users tell candidates apart by luck. */
  private static final int LEAST_USERS = 1_000;

  private static final int KEPT = 3;

  private final Recipe recipe;
  private final List<Settings> candidates;
  private int trials;
  private int trial;

  private Tuning(Recipe recipe, List<Settings> candidates) {
    this.recipe = recipe;
    this.candidates = candidates;
    this.trials = candidates.size();
  }

  /** A candidate and what it was measured to be. */
  private record Measured(Settings settings, double score) {}

  /**
   * The best of some candidates; of equal ones the first, and the first if nothing can be measured.
   *
   * @param candidates with one seed; the first takes part in both rounds, so that the answer is no
   *     worse than it
   * @param progress told which trial of how many is at work and how good the best was so far
   * @throws dev.maitred.recommend.TrainingStopped soon after the progress asks to stop
   */
  public static Settings best(
      Recipe recipe, TrainingData data, List<Settings> candidates, Progress progress) {
    return new Tuning(recipe, List.copyOf(candidates)).best(data, progress);
  }

  private Settings best(TrainingData data, Progress progress) {
    double share = Math.max(SHARE, (double) LEAST_USERS / Math.max(1, data.events().users()));
    int kept = (candidates.size() - 1 + KEPT - 1) / KEPT;
    if (share >= 1 || candidates.size() == 1) {
      return round(data, candidates, progress).getFirst().settings();
    }
    trials += 1 + kept;
    double early = share * candidates.size();
    Progress first = progress.part(0, early / (early + 1 + kept));
    Progress last = progress.part(early / (early + 1 + kept), 1);
    TrainingData part = part(data, share, candidates.getFirst().seed());
    List<Settings> finalists = finalists(round(part, candidates, first), kept);
    return round(data, finalists, last).getFirst().settings();
  }

  /** The one to beat and the best of the others. */
  private List<Settings> finalists(List<Measured> measured, int kept) {
    Settings start = candidates.getFirst();
    Stream<Settings> others =
        measured.stream().map(Measured::settings).filter(settings -> settings != start);
    return Stream.concat(Stream.of(start), others.limit(kept)).toList();
  }

  /** A part of the users with all their events; the numbering stays. */
  private static TrainingData part(TrainingData data, double share, long seed) {
    var random = new SplittableRandom(seed);
    var drawn = new boolean[data.events().users()];
    IntStream.range(0, drawn.length).forEach(user -> drawn[user] = random.nextDouble() < share);
    return data.oldest(user -> drawn[user] ? data.events().events(user) : 0)
        .with(data.actions().of(user -> drawn[user]));
  }

  /** Settings measured on the same data, best first. */
  private List<Measured> round(TrainingData data, List<Settings> tried, Progress progress) {
    var measured = new ArrayList<Measured>();
    double best = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < tried.size(); at++) {
      trial++;
      Progress own = progress.part((double) at / tried.size(), (at + 1.0) / tried.size());
      double score = score(data, tried.get(at), told(own, best));
      measured.add(new Measured(tried.get(at), score));
      best = Math.max(best, score);
    }
    measured.sort(Comparator.comparingDouble(candidate -> -candidate.score()));
    return measured;
  }

  private double score(TrainingData data, Settings settings, Progress progress) {
    var metrics = OfflineMetrics.measure(recipe, data, settings, progress);
    double score =
        metrics.containsKey(NDCG)
            ? metrics.get(NDCG)
            : metrics.values().stream().findFirst().orElse(Double.NEGATIVE_INFINITY);
    return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
  }

  /** Progress of one trial, which keeps nothing of how far its training is. */
  private Progress told(Progress progress, double best) {
    String which = "trial " + trial + " of " + trials;
    String soFar =
        best == Double.NEGATIVE_INFINITY
            ? ""
            : String.format(Locale.ROOT, ", best so far %.4f", best);
    return new Progress() {
      @Override
      public void at(String component, double fraction, String detail) {
        progress.at(which, fraction, component + soFar);
      }

      @Override
      public boolean stopped() {
        return progress.stopped();
      }
    };
  }
}
