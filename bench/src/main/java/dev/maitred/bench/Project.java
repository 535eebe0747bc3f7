package dev.maitred.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
