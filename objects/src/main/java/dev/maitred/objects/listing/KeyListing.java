package dev.maitred.objects.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through sorted keys, rolling up those that share what is before the first delimiter after
 * the prefix, and leaps over what is rolled up.
 *
 * @param <T> what is listed
 */
final class KeyListing<T> {
  private static final int LEAST_BATCH = 100;

  private final Source<T> source;
  private final Function<T, String> key;
  private final String prefix;
  private final String delimiter;
  private final int most;
  private final List<T> entries = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private String last = "";

  /** Sorted entries. */
  interface Source<T> {
    /**
     * At most {@code most} entries whose keys start with the prefix of the listing and come after
     * {@code from}, or are {@code from} itself if {@code inclusive}.
     */
    List<T> after(String from, boolean inclusive, int most);
  }

  private KeyListing(
      Source<T> source, Function<T, String> key, String prefix, String delimiter, int most) {
    this.source = source;
    this.key = key;
    this.prefix = prefix;
    this.delimiter = delimiter;
    this.most = most;
  }

  /**
   * The page that starts after {@code after}, a key or a common prefix; prefixes that {@code after}
   * itself falls under are not told again.
   *
   * @param delimiter empty for none
   */
  static <T> KeyPage<T> page(
      Source<T> source,
      Function<T, String> key,
      String prefix,
      String delimiter,
      String after,
      int most) {
    KeyListing<T> listing = new KeyListing<>(source, key, prefix, delimiter, most);
    boolean more = most > 0 && listing.fill(after);
    return new KeyPage<>(listing.entries, listing.prefixes, more ? listing.last : "");
  }

  /** True if the page is full and something is left. */
  private boolean fill(String after) {
    String rolledUp = commonPrefix(after);
    Position position =
        rolledUp.isEmpty()
            ? new Position(after, false)
            : new Position(KeyOrder.after(rolledUp), true);
    while (!position.isEnd()) {
      int batch = Math.max(LEAST_BATCH, most + 1 - entries.size() - prefixes.size());
      List<T> found = source.after(position.key(), position.inclusive(), batch);
      for (T entry : found) {
        if (isPast(position, entry)) {
          if (entries.size() + prefixes.size() == most) {
            return true;
          }
          position = take(entry);
        }
        if (position.isEnd()) {
          return false;
        }
      }
      if (found.size() < batch) {
        return false;
      }
    }
    return false;
  }

  /** Where the next entry is looked for; inclusive and empty is past the end. */
  private record Position(String key, boolean inclusive) {
    boolean isEnd() {
      return inclusive && key.isEmpty();
    }
  }

  /** False for an entry under the common prefix that was taken last. */
  private boolean isPast(Position position, T entry) {
    return !position.inclusive()
        || prefixes.isEmpty()
        || !key.apply(entry).startsWith(prefixes.getLast());
  }

  private Position take(T entry) {
    String name = key.apply(entry);
    String common = commonPrefix(name);
    if (common.isEmpty()) {
      entries.add(entry);
      last = name;
      return new Position(name, false);
    }
    prefixes.add(common);
    last = common;
    return new Position(KeyOrder.after(common), true);
  }

  /** The prefix under which a key is rolled up, delimiter included; empty if it is not. */
  private String commonPrefix(String name) {
    if (delimiter.isEmpty() || !name.startsWith(prefix)) {
      return "";
    }
    int at = name.indexOf(delimiter, prefix.length());
    return at < 0 ? "" : name.substring(0, at + delimiter.length());
  }
}
