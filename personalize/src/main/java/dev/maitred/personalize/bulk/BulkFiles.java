package dev.maitred.personalize.bulk;

import dev.maitred.store.Database;
import dev.maitred.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The Parquet files of all data sets and the manifest of those that count. A dataset's files are
 * ordered by when they were imported; with the dataset its part of the manifest goes too.
 *
 * <p>Safe for use by many threads: a file is deleted only while nobody reads.
 */
public final class BulkFiles {
  private final Database database;
  private final Path directory;
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  /** What is done with the files of a dataset. */
  public interface Reading<R, X extends Exception> {
    R of(List<Path> files) throws X;
  }

  /**
   * @param directory where the files lie; made if need be
   */
  public BulkFiles(Database database, Path directory) {
    this.database = database;
    this.directory = directory;
  }

  /** Reads the files that count now, oldest import first; they stay until {@code work} returns. */
  public <R, X extends Exception> R read(String datasetArn, Reading<R, X> work) throws X {
    use.readLock().lock();
    try {
      return work.of(database.read(h -> files(h, datasetArn)));
    } finally {
      use.readLock().unlock();
    }
  }

  /** Whether an import has brought anything into the dataset. */
  public boolean isEmpty(Handle h, String datasetArn) {
    return files(h, datasetArn).isEmpty();
  }

  /**
   * Moves a finished file to its place for good, and lets {@code manifest} make it count by {@link
   * #put}.
   *
   * @param name a name that no other import has
   */
  public void publish(Path file, String name, Runnable manifest) {
    use.readLock().lock();
    try {
      store(file, name);
      manifest.run();
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Makes a published file count.
   *
   * @param replacing whether it takes the place of every earlier one
   */
  public void put(Handle h, String datasetArn, String name, long rows, boolean replacing) {
    if (replacing) {
      h.execute("delete from personalize_bulk where dataset = ?", datasetArn);
    }
    h.execute(
        "insert or replace into personalize_bulk (dataset, file, rows) values (?, ?, ?)",
        datasetArn,
        name,
        rows);
  }

  /** Deletes all files of a dataset. */
  public void delete(String datasetArn) {
    database.write(h -> h.execute("delete from personalize_bulk where dataset = ?", datasetArn));
    sweep();
  }

  /** Deletes the files that no longer count. */
  public void sweep() {
    use.writeLock().lock();
    try (Stream<Path> files = list()) {
      Set<String> counting = new HashSet<>(database.read(BulkFiles::names));
      for (Path file : files.toList()) {
        if (!counting.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private Stream<Path> list() throws IOException {
    return Files.isDirectory(directory) ? Files.list(directory) : Stream.empty();
  }

  private List<Path> files(Handle h, String datasetArn) {
    return h.createQuery(
            "select file from personalize_bulk where dataset = :dataset order by number")
        .bind("dataset", datasetArn)
        .mapTo(String.class)
        .map(directory::resolve)
        .list();
  }

  private static List<String> names(Handle h) {
    return h.createQuery("select file from personalize_bulk").mapTo(String.class).list();
  }

  private void store(Path file, String name) {
    try {
      Files.createDirectories(directory);
      Folders.flush(file);
      Files.move(
          file,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Folders.flush(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
