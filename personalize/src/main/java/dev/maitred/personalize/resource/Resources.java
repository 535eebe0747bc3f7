package dev.maitred.personalize.resource;

import dev.maitred.store.Database;
import dev.maitred.store.Remembered;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The door to the resources of the control plane. What several steps must see or change together
 * goes through {@link #read} or {@link #write}; the other methods are one step each.
 *
 * <p>Safe for use by many threads; reads run side by side, writes take turns.
 */
public final class Resources {
  private final Database database;
  private final AtomicLong changes = new AtomicLong();

  public Resources(Database database) {
    this.database = database;
  }

  /** Runs {@code work} against one consistent state. */
  public <R> R read(Function<ResourceTable, R> work) {
    return database.read(handle -> work.apply(new ResourceTable(handle)));
  }

  /** Runs {@code work} in one transaction that is on disk when this returns, or not at all. */
  public <R> R write(Function<ResourceTable, R> work) {
    try {
      return database.write(handle -> work.apply(new ResourceTable(handle)));
    } finally {
      // INVARIANT: counted after the commit and before the acknowledgement, so that whoever sees
      // the old count has read nothing newer, and the next question after the answer sees the new.
      changes.incrementAndGet();
    }
  }

  /** {@link #write} for work that has no result. */
  public void change(Consumer<ResourceTable> work) {
    write(
        table -> {
          work.accept(table);
          return true;
        });
  }

  /** A memory of what {@code reading} answers, which holds until any resource changes. */
  public <K, V> Remembered<K, V> remembered(BiFunction<ResourceTable, K, V> reading) {
    return new Remembered<>(changes::get, key -> read(table -> reading.apply(table, key)));
  }

  /** How many changes there have been since the start. */
  public long changes() {
    return changes.get();
  }

  public <T extends SdkPojo> Optional<T> find(Kind<T> kind, String arn) {
    return read(table -> table.find(kind, arn));
  }

  /**
   * The resource of {@code arn}.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException
   */
  public <T extends SdkPojo> T require(Kind<T> kind, String arn) {
    return read(table -> table.require(kind, arn));
  }

  /**
   * Replaces a resource by what {@code change} makes of it, and gives that back.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException
   */
  public <T extends SdkPojo> T update(Kind<T> kind, String arn, UnaryOperator<T> change) {
    return write(table -> table.update(kind, arn, change));
  }

  /** A page of a listing, oldest first. */
  public <T extends SdkPojo> Page<T> list(Kind<T> kind, Listing listing) {
    return read(table -> table.list(kind, listing));
  }
}
