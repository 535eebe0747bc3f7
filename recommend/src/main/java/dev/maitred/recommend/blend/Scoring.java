package dev.maitred.recommend.blend;

import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Ranking.Reason;
import dev.maitred.recommend.kernel.Exponential;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.kernel.Total;
import dev.maitred.recommend.linear.Few;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The scores of items for one request, and the rankings they make. Not for use by two threads. */
final class Scoring {

  /** At least so many of the best of each component are scored. */
  private static final int LEAST_CANDIDATES = 100;

  /** For each place of the answer, so many of the best of each component are scored. */
  private static final int CANDIDATES_A_PLACE = 2;

  private static final int BLOCK = 1_024;

  private final Signals signals;
  private final float[] weights;
  private final Scratch scratch;
  private final Signals.Voices voices;

  /**
   * For one request.
   *
   * @param weights of all signals
   * @param scratch memory for this answer
   */
  Scoring(Signals signals, float[] weights, Asked asked, Scratch scratch) {
    this.signals = signals;
    this.weights = weights;
    this.scratch = scratch;
    this.voices = signals.say(asked, scratch);
  }

  /** The best of all known items, with their shares in the softmax over these. */
  Ranking ofAll(int limit, IntPredicate allowed) {
    float[] scores = scratch.array();
    Arrays.fill(scores, 0);
    voices.addAll(weights, scores);
    for (int item : signals.unknown()) {
      scores[item] = Float.NEGATIVE_INFINITY;
    }
    int[] best = TopItems.select(scores, limit, allowed);
    return new Ranking(best, shares(scores, scores.length, best));
  }

  /**
   * The best of those known items that any component puts high, with their shares in the softmax
   * over these. Where the components put too few allowed items high, popular ones join them.
   */
  Ranking ofCandidates(int limit, IntPredicate allowed) {
    int most = Math.max(LEAST_CANDIDATES, CANDIDATES_A_PLACE * limit);
    IntPredicate known = item -> signals.knows(item) && allowed.test(item);
    int[] popular = signals.popularity().top(most, allowed);
    Few high = voices.listed(most, known, scratch.few());
    int[] personal = distinct(high.items(), high.size(), new int[0]);
    int[] items = distinct(personal, personal.length, popular);
    float[] scores = scores(items);
    int[] best = TopItems.select(scores, items.length, limit, at -> true);
    float[] shares = shares(scores, items.length, best);
    int[] answer = Arrays.stream(best).map(at -> items[at]).toArray();
    return personal.length < limit
        ? new Ranking(answer, shares, reasons(answer, personal))
        : new Ranking(answer, shares);
  }

  private static List<Reason> reasons(int[] answer, int[] personal) {
    return Arrays.stream(answer)
        .mapToObj(item -> Arrays.binarySearch(personal, item) < 0 ? Reason.POPULAR : Reason.NONE)
        .toList();
  }

  /** The items of two lists, each once, ascending. */
  private int[] distinct(int[] some, int size, int[] others) {
    scratch.sums().expect(size + others.length);
    for (int at = 0; at < size; at++) {
      scratch.sums().add(some[at], 1);
    }
    for (int item : others) {
      scratch.sums().add(item, 1);
    }
    Few few = scratch.few();
    scratch.sums().take(few);
    int[] items = Arrays.copyOf(few.items(), few.size());
    Arrays.sort(items);
    return items;
  }

  /** The scores of some items. */
  float[] scores(int[] items) {
    var filled = new float[signals.count()][items.length];
    var scores = new float[items.length];
    voices.fill(items, 0, items.length, filled);
    for (int signal = 0; signal < filled.length; signal++) {
      float weight = weights[signal];
      float[] values = filled[signal];
      for (int at = 0; at < items.length; at++) {
        scores[at] += weight * values[at];
      }
    }
    return scores;
  }

  /** The shares of some places in the softmax over the first scores. */
  static float[] shares(float[] scores, int count, int[] places) {
    float max = Float.NEGATIVE_INFINITY;
    for (int at = 0; at < count; at++) {
      max = Math.max(max, scores[at]);
    }
    double sum = 0;
    var block = new float[Math.min(BLOCK, count)];
    for (int from = 0; from < count; from += block.length) {
      sum += exponentials(scores, from, Math.min(block.length, count - from), max, block);
    }
    var shares = new float[places.length];
    for (int at = 0; at < places.length; at++) {
      shares[at] = (float) (Math.exp(scores[places[at]] - max) / sum);
    }
    return shares;
  }

  private static double exponentials(
      float[] scores, int from, int count, float less, float[] block) {
    for (int at = 0; at < count; at++) {
      block[at] = Exponential.of(scores[from + at] - less);
    }
    return Total.of(block, 0, count);
  }
}
