package dev.maitred.conformance.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * npm's {@code @cloud-copilot/iam-simulate}, installed in the user's folder for caches, where later
 * runs find it again.
 *
 * <p>Version and checksums of it and of the three packages that it needs are in {@code
 * package-lock.json} beside this class; no script of theirs runs when they are installed.
 */
public final class IamSimulate {
  /** The version that answers. */
  public static final String VERSION = "0.1.173";

  private static final String LOCK = "package-lock.json";
  private static final List<String> PINNED = List.of("package.json", LOCK);

  /** What npm writes last: it is there once all packages are. */
  private static final String INSTALLED = "node_modules/.package-lock.json";

  private static final int INSTALLING_MINUTES = 5;

  private final Path folder;

  private IamSimulate(Path folder) {
    this.folder = folder;
  }

  /**
   * The installed simulator; the first call installs it.
   *
   * @throws OracleMissing if Node.js or npm is, or npm can't fetch the packages
   */
  public static IamSimulate installed() throws OracleMissing, IOException, InterruptedException {
    need("node");
    need("npm");
    Path folder = cache().resolve(name());
    if (!Files.exists(folder.resolve(INSTALLED))) {
      install(folder);
    }
    return new IamSimulate(folder);
  }

  /** The user's own folder for what can be fetched again. */
  private static Path cache() {
    String set = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path home = Path.of(System.getProperty("user.home"));
    return (set.isEmpty() ? home.resolve(".cache") : Path.of(set)).resolve("maitred");
  }

  private static String name() throws IOException {
    return "iam-simulate-%s-%08x".formatted(VERSION, text(IamSimulate.class, LOCK).hashCode());
  }

  private static void need(String program) throws OracleMissing, InterruptedException {
    try {
      Process asked = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      asked.getInputStream().readAllBytes();
      if (asked.waitFor() == 0) {
        return;
      }
    } catch (IOException _) {
      // It is not on the PATH, which is the same to whoever asks.
    }
    throw new OracleMissing(
        "iam-simulate needs Node.js 20 or newer with npm, and there is no `" + program + "` here.");
  }

  private static void install(Path folder) throws OracleMissing, IOException, InterruptedException {
    Files.createDirectories(folder);
    for (String file : PINNED) {
      Files.writeString(folder.resolve(file), text(IamSimulate.class, file));
    }
    Path log = folder.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!npm.waitFor(INSTALLING_MINUTES, TimeUnit.MINUTES)) {
        throw new OracleMissing(
            "npm did not install iam-simulate within %d minutes; what it said is in %s."
                .formatted(INSTALLING_MINUTES, log));
      }
    } finally {
      npm.destroyForcibly();
    }
    if (npm.exitValue() != 0) {
      throw new OracleMissing(
          "npm could not install iam-simulate; what it said is in " + log + ".");
    }
  }

  /**
   * Starts Node.js with a script that may import the packages.
   *
   * @param script an ES module; the process's errors are shown as they come
   */
  public Process run(String script) throws IOException {
    ProcessBuilder node =
        new ProcessBuilder("node", "--input-type=module", "--eval", script)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    node.environment().put("TZ", "UTC"); // a date without a zone is one in UTC
    return node.start();
  }

  /** The text of a resource that lies beside a class. */
  public static String text(Class<?> beside, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
