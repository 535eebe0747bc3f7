package dev.maitred.recommend.exploration;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a model must keep of its items so that new ones among them can be tried out: since when they
 * are there, how often they were taken, and how often shown and not taken.
 *
 * @param since for each item its CREATION_TIMESTAMP, else the time of its first event, else that of
 *     the newest event of all, which makes it new (developer guide,
 *     interactions-dataset-requirements), in seconds since 1970-01-01T00:00Z
 * @param events for each item its number of events
 * @param ignored for each item how often it was shown and not taken
 * @param little the items with fewer than {@link #ENOUGH_EVENTS} events, ascending
 */
public record Newcomers(long[] since, int[] events, int[] ignored, int[] little) {

  /**
   * An item with so many events is known well enough: the default of {@code
   * cold_start_max_interactions} of HRNN-Coldstart.
   */
  public static final int ENOUGH_EVENTS = 15;

  private static final long DAY = 86_400;

  /** Items of which this is known. */
  public Newcomers(long[] since, int[] events, int[] ignored) {
    this(
        since,
        events,
        ignored,
        IntStream.range(0, events.length).filter(item -> events[item] < ENOUGH_EVENTS).toArray());
  }

  /** What training data tell. */
  public static Newcomers of(TrainingData data) {
    Interactions events = data.events();
    int[] count = events.eventsOfItems();
    var first = new long[events.items()];
    Arrays.fill(first, Long.MAX_VALUE);
    long newest = Long.MIN_VALUE;
    for (int event = 0; event < events.events(); event++) {
      int item = events.item()[event];
      first[item] = Math.min(first[item], events.time()[event]);
      newest = Math.max(newest, events.time()[event]);
    }
    long present = events.events() == 0 ? 0 : newest;
    var since = new long[events.items()];
    Arrays.setAll(since, item -> count[item] == 0 ? present : first[item]);
    data.items().named("CREATION_TIMESTAMP").ifPresent(column -> setCreated(column, since));
    int[] ignored = data.ignored().length == 0 ? new int[events.items()] : data.ignored();
    return new Newcomers(since, count, ignored);
  }

  private static void setCreated(Features.Column column, long[] since) {
    if (column instanceof Numbers created) {
      for (int item = 0; item < since.length; item++) {
        double time = created.values()[item];
        since[item] = Double.isNaN(time) ? since[item] : (long) time;
      }
    }
  }

  /** Number of items. */
  public int items() {
    return events.length;
  }

  /**
   * The items to try out: at most so old, and with fewer than {@link #ENOUGH_EVENTS} events;
   * ascending.
   *
   * @param now the present, in the same seconds
   */
  public int[] pool(double ageCutOffDays, long now) {
    return Arrays.stream(little).filter(item -> now - since[item] <= ageCutOffDays * DAY).toArray();
  }

  /** How much there is still to learn of an item: 1 without an event, 0 with enough of them. */
  public double novelty(int item) {
    return Math.max(0, 1 - events[item] / (double) ENOUGH_EVENTS);
  }

  /** How often an item was there to be taken: its events and its ignored impressions. */
  public long exposures(int item) {
    return (long) events[item] + ignored[item];
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInt(since.length);
    for (long time : since) {
      out.putLong(time);
    }
    out.putInts(events);
    out.putInts(ignored);
  }

  /** Reads what {@link #write} wrote. */
  public static Newcomers read(ModelReader in) {
    var since = new long[in.getInt()];
    Arrays.setAll(since, item -> in.getLong());
    return new Newcomers(since, in.getInts(), in.getInts());
  }
}
