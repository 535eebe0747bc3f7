package dev.maitred.recommend.exploration;

import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Ranking.Reason;
import dev.maitred.recommend.kernel.TopItems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Tries items out in the places of an answer: an upper confidence bound (Auer 2002, UCB1) on what a
 * new item may be worth, and chance on top of it, so that different answers try out different
 * items.
 *
 * <p>An item of the pool is worth z + √(log T / (1 + n)) + g: z is its content score, standardised
 * over the pool; n its exposures, which impressions that were ignored raise as events do, and T 2
 * more than those of the whole pool; g is Gumbel noise, which draws items in proportion to e^worth.
 * Each place of the answer in turn goes to the best of them that is left with probability {@code
 * weight · novelty}, else to the ranking's next. What the ranking and the filter promise holds: no
 * item twice, none that the filter refuses, the rest of the ranking in its order.
 */
public final class Explorer {

  private final Newcomers newcomers;

  /** Tries out these. */
  public Explorer(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  /**
   * Puts items to be tried out into an answer; with weight 0 it stays as it is.
   *
   * @param answer the best for the query, as long as the query asks for
   * @param query whose exploration, filter and limit count
   * @param worth for items of which little is known what their content says of them for this user,
   *     on any scale, one number for each; the same for all if nothing is known
   * @param share the score to show for an item that is tried out, 0 for one without
   */
  public Ranking explore(
      Ranking answer, Query query, Function<int[], float[]> worth, IntToDoubleFunction share) {
    return query
        .exploration()
        .filter(how -> how.weight() > 0)
        .map(how -> explore(answer, query, how, worth, share))
        .orElse(answer);
  }

  private Ranking explore(
      Ranking answer,
      Query query,
      Exploration how,
      Function<int[], float[]> worth,
      IntToDoubleFunction share) {
    var random = new SplittableRandom(how.seed());
    int[] pool = drawn(how, query.filter(), query.limit(), worth, random.split());
    var places = new Places(answer, query.limit(), share);
    int next = 0;
    while (places.open()) {
      boolean left = next < pool.length;
      if (left && random.nextDouble() < how.weight() * newcomers.novelty(pool[next])) {
        places.tryOut(pool[next++]);
      } else if (!places.takeNext()) {
        if (!left) {
          break;
        }
        places.tryOut(pool[next++]);
      }
    }
    return places.ranking();
  }

  /** The items to try out in this answer, the best first. */
  private int[] drawn(
      Exploration how,
      IntPredicate filter,
      int limit,
      Function<int[], float[]> worth,
      SplittableRandom random) {
    int[] pool = newcomers.pool(how.ageCutOffDays(), how.now());
    double[] content = standardised(worth.apply(pool));
    double log = Math.log(2.0 + Arrays.stream(pool).mapToLong(newcomers::exposures).sum());
    var value = new float[pool.length];
    for (int at = 0; at < pool.length; at++) {
      double bound = Math.sqrt(log / (1 + newcomers.exposures(pool[at])));
      double gumbel = -Math.log(-Math.log(Math.max(Double.MIN_NORMAL, random.nextDouble())));
      value[at] = (float) (content[at] + bound + gumbel);
    }
    int[] best = TopItems.select(value, limit, at -> filter.test(pool[at]));
    return Arrays.stream(best).map(at -> pool[at]).toArray();
  }

  private static double[] standardised(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / Math.max(1, values.length);
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, values.length));
    var standardised = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      standardised[at] = deviation > 1e-9 ? (values[at] - mean) / deviation : 0;
    }
    return standardised;
  }

  /** The places of one answer, filled from the top. */
  private static final class Places {
    private final Ranking answer;
    private final IntToDoubleFunction share;
    private final BitSet listed = new BitSet();
    private final int[] items;
    private final float[] scores;
    private final Reason[] reasons;
    private int size;
    private int from;

    Places(Ranking answer, int limit, IntToDoubleFunction share) {
      this.answer = answer;
      this.share = share;
      this.items = new int[limit];
      this.scores = new float[answer.scores().length == 0 ? 0 : limit];
      this.reasons = new Reason[limit];
    }

    boolean open() {
      return size < items.length;
    }

    void tryOut(int item) {
      put(item, (float) share.applyAsDouble(item), Reason.EXPLORATION);
    }

    /** Takes the next of the ranking that is not yet there, if there is one. */
    boolean takeNext() {
      while (from < answer.size() && listed.get(answer.items()[from])) {
        from++;
      }
      if (from == answer.size()) {
        return false;
      }
      float score = answer.scored() ? answer.scores()[from] : 0;
      put(answer.items()[from], score, answer.reason(from));
      from++;
      return true;
    }

    private void put(int item, float score, Reason reason) {
      if (listed.get(item)) {
        return;
      }
      listed.set(item);
      items[size] = item;
      if (scores.length > 0) {
        scores[size] = score;
      }
      reasons[size++] = reason;
    }

    Ranking ranking() {
      return new Ranking(
          Arrays.copyOf(items, size),
          Arrays.copyOf(scores, Math.min(size, scores.length)),
          Arrays.asList(reasons).subList(0, size));
    }
  }
}
