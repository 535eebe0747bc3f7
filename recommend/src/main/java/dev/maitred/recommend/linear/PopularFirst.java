package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Events whose items are numbered anew, those with the most events first, equal ones by number:
 * pairs that are kept with the rarer of their items then make short rows.
 *
 * @param items for each new number the item in the catalogue
 * @param data the events with the new numbers
 */
record PopularFirst(int[] items, Interactions data) {

  static PopularFirst of(Interactions data) {
    int[] events = data.eventsOfItems();
    int[] items =
        IntStream.range(0, events.length)
            .boxed()
            .sorted(Comparator.comparingInt(item -> -events[item]))
            .mapToInt(Integer::intValue)
            .toArray();
    var number = new int[items.length];
    for (int at = 0; at < items.length; at++) {
      number[items[at]] = at;
    }
    int[] renumbered = Arrays.stream(data.item()).map(item -> number[item]).toArray();
    return new PopularFirst(
        items,
        new Interactions(data.users(), data.items(), data.firstEvent(), renumbered, data.time()));
  }

  /** Rows of the new numbers as rows of the catalogue, the largest entries of each. */
  SparseRows original(RowSum.Row[] rows, int first, Progress progress) {
    var number = new int[items.length];
    for (int at = 0; at < items.length; at++) {
      number[items[at]] = at;
    }
    return SparseRows.compute(
        items.length,
        progress,
        (item, sum) -> {
          RowSum.Row row = rows[first + number[item]];
          for (int entry = 0; entry < row.columns().length; entry++) {
            sum.add(items[row.columns()[entry]], row.values()[entry]);
          }
        });
  }
}
