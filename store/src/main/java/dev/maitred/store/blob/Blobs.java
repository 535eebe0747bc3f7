package dev.maitred.store.blob;

import dev.maitred.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of immutable files with random ids, 32 hexadecimal digits each.
 *
 * <p>Safe for use by many threads; one process owns the folder.
 */
public final class Blobs {
  private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);
  private static final int ID_BYTES = 16;
  private static final int FOLDER_DIGITS = 2;

  private final Path incoming;
  private final Path kept;
  private final SecureRandom random = new SecureRandom();
  private final TreeSet<Long> leases = new TreeSet<>();
  private final Deque<Removal> removals = new ArrayDeque<>();
  private long turn;

  private Blobs(Path folder) {
    this.incoming = folder.resolve("incoming");
    this.kept = folder.resolve("blobs");
  }

  /**
   * Files that nobody may start to read any more, and the first turn whose leases never saw them.
   */
  private record Removal(long turn, List<String> ids) {}

  /** Opens {@code folder}, making it if need be, and removes what was being written at a crash. */
  public static Blobs open(Path folder) {
    Blobs blobs = new Blobs(folder);
    try {
      blobs.makeFolders(folder);
      try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(blobs.incoming)) {
        for (Path file : unfinished) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blobs;
  }

  private void makeFolders(Path folder) throws IOException {
    Files.createDirectories(incoming);
    Files.createDirectories(kept);
    for (int first = 0; first < 256; first++) {
      Files.createDirectories(kept.resolve(HexFormat.of().toHexDigits((byte) first)));
    }
    Folders.flush(kept);
    Folders.flush(folder);
  }

  /** Starts a new blob. */
  public NewBlob create() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    return new NewBlob(name, incoming.resolve(name), folder(name));
  }

  /** From now until it is closed, no blob goes that a row names now. */
  public Lease lease() {
    synchronized (leases) {
      leases.add(++turn);
      return new Lease(this, turn);
    }
  }

  void end(long lease) {
    synchronized (leases) {
      leases.remove(lease);
    }
    removeWhatNobodyReads();
  }

  /**
   * Removes blobs whose rows are gone, each as soon as the leases of today are closed. Failures are
   * logged; the next {@link #sweep} repeats them.
   */
  public void remove(Collection<String> ids) {
    if (!ids.isEmpty()) {
      synchronized (leases) {
        removals.add(new Removal(++turn, List.copyOf(ids)));
      }
      removeWhatNobodyReads();
    }
  }

  private void removeWhatNobodyReads() {
    for (Removal removal = next(); removal != null; removal = next()) {
      removal.ids().forEach(this::delete);
    }
  }

  private @Nullable Removal next() {
    synchronized (leases) {
      Removal first = removals.peek();
      boolean free = first != null && (leases.isEmpty() || leases.first() > first.turn());
      return free ? removals.poll() : null;
    }
  }

  private void delete(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      LOG.warn("The file of blob {} could not be removed and stays until the next start", id, e);
    }
  }

  /**
   * Removes every blob that no row names. Only for the start, before anything is written.
   *
   * @param known the ids that rows name, among those that start with the given two digits
   * @return how many were removed
   */
  public int sweep(Function<String, Set<String>> known) {
    int removed = 0;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(kept)) {
      for (Path folder : folders) {
        removed += sweep(folder, known.apply(folder.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return removed;
  }

  private static int sweep(Path folder, Set<String> known) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!known.contains(file.getFileName().toString())) {
          Files.delete(file);
          removed++;
        }
      }
    }
    return removed;
  }

  Path file(String id) {
    return folder(id).resolve(id);
  }

  private Path folder(String id) {
    return kept.resolve(id.substring(0, FOLDER_DIGITS));
  }
}
