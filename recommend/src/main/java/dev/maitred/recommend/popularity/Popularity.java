package dev.maitred.recommend.popularity;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** For each item the number of distinct users who had it. */
public final class Popularity {

  private final int[] users;
  private final int[] order;

  private Popularity(int[] users) {
    this.users = users;
    long[] sorted =
        IntStream.range(0, users.length)
            .filter(item -> users[item] > 0)
            .mapToLong(item -> (long) -users[item] << Integer.SIZE | item)
            .sorted()
            .toArray();
    this.order = Arrays.stream(sorted).mapToInt(key -> (int) key).toArray();
  }

  /** Counts the users of each item. */
  public static Popularity of(Interactions data) {
    var users = new int[data.items()];
    var lastUser = new int[data.items()];
    Arrays.fill(lastUser, -1);
    for (int user = 0; user < data.users(); user++) {
      for (int event = data.firstEvent()[user]; event < data.firstEvent()[user + 1]; event++) {
        int item = data.item()[event];
        if (lastUser[item] != user) {
          lastUser[item] = user;
          users[item]++;
        }
      }
    }
    return new Popularity(users);
  }

  /** Number of items, had by anybody or not. */
  public int items() {
    return users.length;
  }

  /** Distinct users of an item; 0 for a number outside the catalogue. */
  public int users(int item) {
    return item >= 0 && item < users.length ? users[item] : 0;
  }

  /** Number of items with any user. */
  public int known() {
    return order.length;
  }

  /** The items with the most users that pass the filter, equal ones by number. */
  public int[] top(int limit, IntPredicate filter) {
    return TopItems.first(order, limit, filter);
  }

  /**
   * Items that were found, and after them those with the most users that pass the filter.
   *
   * @param found each once, at most {@code limit}
   * @param limit how many there are to be together, if so many pass
   */
  public int[] fillUp(int[] found, int limit, IntPredicate filter) {
    int[] listed = found.clone();
    Arrays.sort(listed);
    int[] more =
        top(
            limit - found.length,
            item -> Arrays.binarySearch(listed, item) < 0 && filter.test(item));
    return IntStream.concat(Arrays.stream(found), Arrays.stream(more)).toArray();
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInts(users);
  }

  /** Reads what {@link #write} wrote. */
  public static Popularity read(ModelReader in) {
    return new Popularity(in.getInts());
  }
}
