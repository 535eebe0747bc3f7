package dev.maitred.objects.store;

import dev.maitred.store.Database;
import dev.maitred.store.blob.Blobs;
import dev.maitred.store.blob.Lease;
import dev.maitred.wire.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The transactions of S3, which keep rows and bytes in step: bytes are durable before a row names
 * them, and go after no row does.
 */
public final class S3Store {
  private final Database database;
  private final Blobs blobs;

  public S3Store(Database database, Blobs blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /** Work in a transaction that adds the blobs whose rows it removed to {@code unused}. */
  public interface Change<T> {
    T make(Handle handle, List<String> unused);
  }

  public <T> T read(Function<Handle, T> query) {
    return database.read(query::apply);
  }

  /** Makes a change that brings no new bytes. */
  public <T> T write(Change<T> change) {
    return write(List.of(), change);
  }

  /**
   * Makes a change that names the blobs {@code fresh}, which are removed again if it is refused.
   * After any other failure it is not known whether the rows are there, so the blobs stay, and the
   * sweep at the next start decides.
   */
  public <T> T write(List<String> fresh, Change<T> change) {
    List<String> unused = new ArrayList<>();
    T result;
    try {
      result = database.write(handle -> change.make(handle, unused));
    } catch (AwsError refusal) {
      blobs.remove(fresh);
      throw refusal;
    }
    blobs.remove(unused);
    return result;
  }

  /** To be taken before the rows are read whose bytes are to be read. */
  public Lease lease() {
    return blobs.lease();
  }

  /** Removes the bytes that no row names; only for the start. */
  public int sweep() {
    return blobs.sweep(first -> read(handle -> known(handle, first)));
  }

  private static Set<String> known(Handle handle, String first) {
    return handle
        .createQuery(
            "select blob from object_part where blob >= :first and blob < :first || 'g'"
                + " union all"
                + " select blob from upload_part where blob >= :first and blob < :first || 'g'")
        .bind("first", first)
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }
}
