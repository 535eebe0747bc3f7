package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import java.util.Locale;

/**
 * Implicit-feedback alternating least squares (iALS). It looks for vectors u and f of users and
 * items for which Σ w·(1 − u·f)² over the observed pairs + α₀ Σ (u·f)² over all pairs + Σ λ(u)·|u|²
 * + Σ λ(f)·|f|² is least (Rendle et al. 2022, equations 2 to 5), by solving all users exactly while
 * the items stay as they are, then all items, again and again.
 *
 * @param rank numbers in a vector
 * @param iterations how often all users and all items are solved
 * @param regularization λ
 * @param exponent ν, by which the penalty of a user or item grows with its weight: λ · (w + α₀·N)^ν
 * @param unobservedWeight α₀
 */
public record ImplicitAls(
    int rank, int iterations, double regularization, double exponent, double unobservedWeight) {

  /** What the paper found good for MovieLens, but for the rank. */
  public static final ImplicitAls DEFAULT = new ImplicitAls(64, 10, 0.003, 1, 0.1);

  private static final String NAME = "ials";

  public ImplicitAls {
    require(rank >= 1 && rank <= 4096, "the rank must be between 1 and 4096");
    require(iterations >= 1, "there must be an iteration");
    require(regularization > 0 && regularization < 1e6, "the regularization must be above 0");
    require(exponent >= 0 && exponent <= 2, "the exponent must be between 0 and 2");
    require(
        unobservedWeight >= 0 && unobservedWeight < 1e6,
        "the unobserved weight must not be below 0");
  }

  /** The same of another rank. */
  public ImplicitAls ofRank(int other) {
    return new ImplicitAls(other, iterations, regularization, exponent, unobservedWeight);
  }

  /** The same with another number of iterations. */
  public ImplicitAls iterating(int times) {
    return new ImplicitAls(rank, times, regularization, exponent, unobservedWeight);
  }

  /**
   * Trains a model from nothing. The same preferences and seed give the same model, byte for byte,
   * whatever the number of threads.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public ItemFactors train(Preferences preferences, long seed, Progress progress) {
    progress.check();
    return trainFrom(InitialFactors.draw(preferences, rank, seed), preferences, progress);
  }

  /**
   * Goes on from a former model. Items that came after those of the former model join in.
   *
   * @param former of the same rank, with the same numbers for the same items
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public ItemFactors goOn(ItemFactors former, Preferences preferences, Progress progress) {
    require(former.rank() == rank, "the former model must be of the same rank");
    require(former.items() <= preferences.items(), "the former model must not have more items");
    var start = new float[Math.multiplyExact(preferences.items(), rank)];
    System.arraycopy(former.factors(), 0, start, 0, former.factors().length);
    return trainFrom(start, preferences, progress);
  }

  /** Trains from given factors of items, which are overwritten and become the model's. */
  ItemFactors trainFrom(float[] ofItems, Preferences preferences, Progress progress) {
    var ofUsers = new float[Math.multiplyExact(preferences.users(), rank)];
    Penalty user = penalty(preferences.ofItems());
    Penalty item = penalty(preferences.ofUsers());
    for (int done = 0; done < iterations; done++) {
      Equations ofUser = equations(ofItems, user, progress);
      HalfStep.solve(preferences.ofUsers(), ofUser, ofUsers, progress);
      progress.step(NAME, (2 * done + 1) / (2.0 * iterations), "iteration " + (done + 1));
      Equations ofItem = equations(ofUsers, item, progress);
      double loss = HalfStep.solve(preferences.ofItems(), ofItem, ofItems, progress);
      loss += penalties(preferences.ofUsers(), ofUsers, user);
      progress.step(NAME, (done + 1.0) / iterations, told(done + 1, loss, preferences));
    }
    return new ItemFactors(equations(ofItems, user, progress), ItemFactors.RECENT);
  }

  /** The penalty of rows whose other side is this. */
  Penalty penalty(Rows others) {
    return new Penalty(regularization, exponent, unobservedWeight * others.filled());
  }

  Equations equations(float[] factors, Penalty penalty, Progress progress) {
    return new Equations(
        rank, factors, Gram.of(factors, rank, unobservedWeight, progress), penalty);
  }

  private double penalties(Rows rows, float[] factors, Penalty penalty) {
    double sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      double length = 0;
      for (int at = row * rank; at < (row + 1) * rank; at++) {
        length += (double) factors[at] * factors[at];
      }
      sum += length > 0 ? length * penalty.of(rows.weight(row)) : 0;
    }
    return sum;
  }

  private static String told(int iteration, double loss, Preferences preferences) {
    return String.format(
        Locale.ROOT,
        "iteration %d, loss %.5f a pair",
        iteration,
        loss / Math.max(1, preferences.pairs()));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
