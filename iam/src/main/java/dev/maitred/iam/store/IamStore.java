package dev.maitred.iam.store;

import dev.maitred.store.Database;
import dev.maitred.store.Remembered;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The transactions of IAM, and a count of its changes by which copies in memory know that they are
 * out of date.
 */
public final class IamStore {
  private final Database database;
  private final String account;
  private final AtomicLong changes = new AtomicLong();

  public IamStore(Database database, String account) {
    this.database = database;
    this.account = account;
  }

  /** The 12-digit account that everything here belongs to. */
  public String account() {
    return account;
  }

  /** Reads from one consistent state. */
  public <T> T read(Function<Tables, T> work) {
    return database.read(handle -> work.apply(new Tables(handle)));
  }

  /** Changes identities, policies or keys; once this is done, nothing remembered holds. */
  public <T> T write(Function<Tables, T> work) {
    try {
      return database.write(handle -> work.apply(new Tables(handle)));
    } finally {
      // INVARIANT: counted after the commit and before the acknowledgement, so that whoever sees
      // the old count has read nothing newer, and the next request after the answer sees the new.
      changes.incrementAndGet();
    }
  }

  /** As {@link #write}, for work without a result. */
  public void change(Consumer<Tables> work) {
    write(
        tables -> {
          work.accept(tables);
          return tables;
        });
  }

  /** Adds rows that no earlier answer depends on: sessions, and when a key was last used. */
  public void note(Consumer<Tables> work) {
    database.write(
        handle -> {
          work.accept(new Tables(handle));
          return handle;
        });
  }

  /** A memory of what {@code reading} answers, which holds until the next {@link #write}. */
  public <K, V> Remembered<K, V> remembered(Function<K, V> reading) {
    return new Remembered<>(changes::get, reading);
  }
}
