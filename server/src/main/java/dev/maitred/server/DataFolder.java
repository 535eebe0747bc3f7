package dev.maitred.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a server's state, held by one process at a time. */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder for this process, making it if need be, and closes it to all but its owner:
   * the database and the objects in it are made with the modes that the process happens to give.
   *
   * @throws StartRefused if it is not a folder, can't be written, or another server holds it
   */
  static DataFolder lock(Path folder) {
    try {
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
      if (!Files.exists(folder)) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
      }
      requireNobodyElses(folder);
      Files.setPosixFilePermissions(folder, owner);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return lock(folder, channel);
    } catch (IOException e) {
      throw new StartRefused("The folder `" + folder + "` can't be used: " + IoReason.of(e) + ".");
    }
  }

  /** A folder with other files in it is somebody's, and would be closed to others. */
  private static void requireNobodyElses(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve(LOCK))) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new StartRefused(
            "The folder `%s` holds files that are not maitred's; name a new or an empty one."
                .formatted(folder));
      }
    }
  }

  private static DataFolder lock(Path folder, FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataFolder(folder, channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held by another server inside this process: refused below like one outside it.
    }
    channel.close();
    throw new StartRefused("The folder `" + folder + "` is in use by another maitred server.");
  }

  /**
   * The value that the folder was first used with, kept in a file of that name.
   *
   * @param wanted what it must be, where that is said
   * @param otherwise what it is on the first use if nothing is said
   * @throws StartRefused if it was another value then
   */
  String pinned(String name, Optional<String> wanted, String otherwise) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, wanted.orElse(otherwise));
      }
      String first = Files.readString(file);
      if (wanted.isPresent() && !wanted.get().equals(first)) {
        throw new StartRefused(
            "The folder `%s` was made for the %s %s, not for %s."
                .formatted(folder, name, first, wanted.get()));
      }
      return first;
    } catch (IOException e) {
      throw new StartRefused("The file `" + file + "` can't be used: " + IoReason.of(e) + ".");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
