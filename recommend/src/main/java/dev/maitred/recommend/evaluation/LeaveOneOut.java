package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The protocol of most papers on sequential recommendation: the last event of every user with three
 * or more is hidden, and the model ranks all items for it, never a sample of them.
 *
 * @param ndcgAt10 mean of 1 / log2(1 + rank) of the hidden item, 0 beyond rank 10
 * @param hitRateAt10 share of users whose hidden item is in the top 10
 * @param mrrAt25 mean of 1 / rank, 0 beyond rank 25
 * @param users number of users tested
 * @param trainingSeconds time of the training
 * @param answersPerSecond rankings of 25 answered in a second by all threads together
 */
public record LeaveOneOut(
    double ndcgAt10,
    double hitRateAt10,
    double mrrAt25,
    int users,
    double trainingSeconds,
    double answersPerSecond) {

  private static final int LEAST_EVENTS = 3;
  private static final int LIST = 25;

  /**
   * Trains on all but the last events and measures.
   *
   * @param repeats whether items that the user had may be right; if not they are left out
   */
  public static LeaveOneOut measure(
      Recipe recipe, TrainingData all, Settings settings, boolean repeats, Progress progress) {
    Interactions data = all.events();
    Interactions training = data.oldest(user -> data.events(user) - hidden(data, user));
    long start = System.nanoTime();
    Recommender model = recipe.train(all.with(training), settings, progress);
    long trained = System.nanoTime();
    int[] users = IntStream.range(0, data.users()).filter(u -> hidden(data, u) > 0).toArray();
    int[] ranks =
        IntStream.of(users)
            .parallel()
            .map(user -> rank(model, training.history(user), last(data, user), repeats))
            .toArray();
    double answered = (System.nanoTime() - trained) / 1e9;
    double seconds = (trained - start) / 1e9;
    return new LeaveOneOut(
        mean(ranks, 10, rank -> Math.log(2) / Math.log(1 + rank)),
        mean(ranks, 10, rank -> 1),
        mean(ranks, LIST, rank -> 1.0 / rank),
        users.length,
        seconds,
        users.length / answered);
  }

  private static int hidden(Interactions data, int user) {
    return data.events(user) >= LEAST_EVENTS ? 1 : 0;
  }

  private static int last(Interactions data, int user) {
    return data.item()[data.firstEvent()[user + 1] - 1];
  }

  /** The rank from 1, or beyond the list's end if the item isn't on it. */
  private static int rank(Recommender model, int[] history, int wanted, boolean repeats) {
    var had = new BitSet();
    Arrays.stream(history).forEach(had::set);
    Query query =
        Query.ofHistory(history, LIST)
            .at(history[history.length - 1])
            .where(item -> repeats || item == wanted || !had.get(item));
    int[] items = model.recommend(query).items();
    for (int rank = 1; rank <= items.length; rank++) {
      if (items[rank - 1] == wanted) {
        return rank;
      }
    }
    return LIST + 1;
  }

  private static double mean(int[] ranks, int cut, java.util.function.IntToDoubleFunction gain) {
    return IntStream.of(ranks).mapToDouble(r -> r <= cut ? gain.applyAsDouble(r) : 0).sum()
        / Math.max(1, ranks.length);
  }
}
