package dev.maitred.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers that were read from the database, kept in memory until anything they could rest on
 * changes. A change that was acknowledged is seen by the next question. Bounded; safe for use by
 * many threads.
 *
 * @param <K> the question
 * @param <V> the answer
 */
public final class Remembered<K, V> {
  private static final int MOST = 10_000;

  private final LongSupplier changes;
  private final Function<K, V> reading;
  private final Cache<K, Entry<V>> entries = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * A memory of what {@code reading} answers.
   *
   * @param changes how many changes there have been, counted after each commit and before its
   *     acknowledgement
   */
  public Remembered(LongSupplier changes, Function<K, V> reading) {
    this.changes = changes;
    this.reading = reading;
  }

  /** The answer as of now; an exception of the reading passes and is not remembered. */
  public V get(K key) {
    // INVARIANT: the count is read before the answer, so an entry is never older than its count.
    long count = changes.getAsLong();
    Entry<V> known = entries.getIfPresent(key);
    if (known != null && known.count() == count) {
      return known.value();
    }
    V value = reading.apply(key);
    entries.put(key, new Entry<>(count, value));
    return value;
  }

  private record Entry<V>(long count, V value) {}
}
