package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Draw;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the {@link Signals} say in each held-out case, kept so that weights can be tried on it: of
 * the items that any component puts high, of those in the history, and of a sample of all others.
 * The sampled ones stand for all they were drawn from, so that every item counts in the softmax;
 * candidates alone would teach the blend against whatever picked them.
 *
 * @param signals number of signals
 * @param rows one for each case
 */
record CaseTable(int signals, List<Row> rows) {

  /** Of each component that many of its best items are kept. */
  private static final int BEST = 100;

  /** Items of the history that are kept, the latest ones. */
  private static final int SEEN = 100;

  private static final int SAMPLED = 400;

  /** Numbers in all rows together, at most 250 MB. */
  private static final long MOST_NUMBERS = 62_500_000L;

  private static final int CASES_A_PIECE = 16;

  CaseTable {
    rows = List.copyOf(rows);
  }

  /**
   * One case; the item held out comes first.
   *
   * @param items the items
   * @param values for each item one number of each signal, item after item
   * @param logWeight for each item the logarithm of how many it stands for
   */
  record Row(int[] items, float[] values, float[] logWeight) {}

  /** Looks at cases whose held-out items are known. */
  static CaseTable of(Signals signals, List<HeldOut.Case> cases, long seed, Progress progress) {
    long each = (long) signals.count() * (signals.components().size() * BEST + SEEN + SAMPLED);
    int count = (int) Math.min(cases.size(), Math.max(100, MOST_NUMBERS / each));
    var rows = new Row[count];
    Shards.forEach(
        Math.ceilDiv(count, CASES_A_PIECE),
        progress,
        piece -> {
          int end = Math.min(count, (piece + 1) * CASES_A_PIECE);
          for (int at = piece * CASES_A_PIECE; at < end; at++) {
            rows[at] = row(signals, cases.get(at), new SplittableRandom(seed + at));
          }
        });
    return new CaseTable(signals.count(), List.of(rows));
  }

  /** One case in so many. */
  CaseTable every(int step) {
    return of(at -> at % step == 0);
  }

  /** Every other case, beginning with the first one or the second. */
  CaseTable half(int first) {
    return of(at -> at % 2 == first);
  }

  private CaseTable of(IntPredicate chosen) {
    return new CaseTable(
        signals, IntStream.range(0, rows.size()).filter(chosen).mapToObj(rows::get).toList());
  }

  private static Row row(Signals signals, HeldOut.Case held, SplittableRandom random) {
    Signals.Voices voices = signals.say(held.asked());
    int[] sure = sure(signals, held, voices);
    int[] sampled = sampled(signals, sure, random);
    int[] items = IntStream.concat(Arrays.stream(sure), Arrays.stream(sampled)).toArray();
    var filled = new float[signals.count()][items.length];
    voices.fill(items, 0, items.length, filled);
    var row = new Row(items, new float[items.length * filled.length], new float[items.length]);
    long others = (long) signals.popularity().known() - sure.length;
    for (int at = 0; at < items.length; at++) {
      row.logWeight()[at] =
          at < sure.length ? 0 : (float) Math.log((double) others / sampled.length);
      for (int signal = 0; signal < filled.length; signal++) {
        row.values()[at * filled.length + signal] = filled[signal][at];
      }
    }
    return row;
  }

  /** The items that are kept for sure, the one held out first. */
  private static int[] sure(Signals signals, HeldOut.Case held, Signals.Voices voices) {
    BitSet kept = voices.best(BEST, signals::knows);
    int[] history = held.asked().history();
    Arrays.stream(history)
        .skip(Math.max(0, history.length - SEEN))
        .filter(signals::knows)
        .forEach(kept::set);
    kept.clear(held.next());
    return IntStream.concat(IntStream.of(held.next()), kept.stream()).toArray();
  }

  /** Known items that are not among the sure ones, each at most once, ascending. */
  private static int[] sampled(Signals signals, int[] sure, SplittableRandom random) {
    var taken = new BitSet();
    IntStream.of(sure).forEach(taken::set);
    int[] known = signals.popularity().top(Integer.MAX_VALUE, item -> !taken.get(item));
    int wanted = Math.min(SAMPLED, known.length);
    Draw.toFront(known, wanted, random);
    int[] sample = Arrays.copyOf(known, wanted);
    Arrays.sort(sample);
    return sample;
  }
}
