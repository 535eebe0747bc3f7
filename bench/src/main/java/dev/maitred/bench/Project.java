package dev.maitred.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of the sources, and folders that go when a benchmark ends. */
public final class Project {
  private Project() {}

  /** Where the launcher lies, which says so. */
  public static Path home() {
    return Path.of(System.getProperty("maitred.home", "."));
  }

  /** A new folder for one run. */
  public static Path scratch() throws IOException {
    return Files.createTempDirectory("maitred-bench-");
  }

  /** Deletes a folder and all in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
