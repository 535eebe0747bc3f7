package dev.maitred.recommend.trend;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The events of the two last intervals before a moment, from which growth is told: (n1 − n0) / √(n0
 * + n1 + 1), where n1 counts an item's events in the last interval and n0 in the one before. The
 * moment is that of the newest event, so time zones and clocks do not matter. Under a steady rate
 * the value has a variance of about 1 whatever the rate, so that items of all sizes compare; fewer
 * than {@link #LEAST_EVENTS} events in the last interval tell nothing.
 *
 * @param items number of items
 * @param interval length of one interval in seconds
 * @param now the moment, in seconds since 1970-01-01T00:00Z
 * @param item the item of each event, oldest first
 * @param age for each event how long before {@code now} it was, in seconds
 */
public record TrendCounts(int items, int interval, long now, int[] item, int[] age) {

  /** Events in the last interval below which an item has no growth. */
  public static final int LEAST_EVENTS = 5;

  /** The counts of some events, as of the newest of them. */
  public static TrendCounts of(Interactions events, int interval) {
    return new TrendCounts(events.items(), interval, Long.MIN_VALUE, new int[0], new int[0])
        .advanced(events.item(), events.time());
  }

  /**
   * The counts after further events, as of the newest of all. The events may come in any order;
   * those older than the two intervals and those of unknown items do not count.
   */
  public TrendCounts advanced(int[] moreItems, long[] moreTimes) {
    long newest = Arrays.stream(moreTimes).reduce(now, Math::max);
    TrendCounts shifted = at(newest);
    int[] recent =
        IntStream.range(0, moreItems.length)
            .filter(at -> moreItems[at] >= 0 && moreItems[at] < items)
            .filter(at -> shifted.counts(moreTimes[at]))
            .toArray();
    int kept = shifted.item.length;
    int[] item = Arrays.copyOf(shifted.item, kept + recent.length);
    int[] age = Arrays.copyOf(shifted.age, kept + recent.length);
    for (int at = 0; at < recent.length; at++) {
      item[kept + at] = moreItems[recent[at]];
      age[kept + at] = (int) (newest - moreTimes[recent[at]]);
    }
    return new TrendCounts(items, interval, newest, item, age).sorted();
  }

  /** The counts as of a later moment; a moment that has passed changes nothing. */
  public TrendCounts at(long later) {
    if (later <= now || item.length == 0) {
      return new TrendCounts(items, interval, Math.max(now, later), item, age);
    }
    long shift = later - now;
    int[] kept =
        IntStream.range(0, item.length).filter(at -> age[at] + shift < 2L * interval).toArray();
    return new TrendCounts(
        items,
        interval,
        later,
        Arrays.stream(kept).map(at -> item[at]).toArray(),
        Arrays.stream(kept).map(at -> (int) (age[at] + shift)).toArray());
  }

  private boolean counts(long time) {
    return now - time < 2L * interval;
  }

  private TrendCounts sorted() {
    int[] order =
        IntStream.range(0, item.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(at -> -age[at]).thenComparingInt(at -> item[at]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TrendCounts(
        items,
        interval,
        now,
        Arrays.stream(order).map(at -> item[at]).toArray(),
        Arrays.stream(order).map(at -> age[at]).toArray());
  }

  /** For each item its events in the last interval. */
  public int[] last() {
    return count(0);
  }

  /** For each item its events in the interval before the last. */
  public int[] before() {
    return count(1);
  }

  private int[] count(int intervals) {
    var counts = new int[items];
    for (int at = 0; at < item.length; at++) {
      if (age[at] / interval == intervals) {
        counts[item[at]]++;
      }
    }
    return counts;
  }

  /** For each item its growth; −∞ for one with fewer than {@link #LEAST_EVENTS} last events. */
  public float[] growth() {
    int[] last = last();
    int[] before = before();
    var growth = new float[items];
    for (int one = 0; one < items; one++) {
      growth[one] =
          last[one] < LEAST_EVENTS
              ? Float.NEGATIVE_INFINITY
              : (float) ((last[one] - before[one]) / Math.sqrt(before[one] + last[one] + 1.0));
    }
    return growth;
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInt(items);
    out.putInt(interval);
    out.putLong(now);
    out.putInts(item);
    out.putInts(age);
  }

  /** Reads what {@link #write} wrote. */
  public static TrendCounts read(ModelReader in) {
    return new TrendCounts(in.getInt(), in.getInt(), in.getLong(), in.getInts(), in.getInts());
  }
}
