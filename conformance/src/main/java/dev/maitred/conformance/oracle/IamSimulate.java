package dev.maitred.conformance.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * npm's {@code @cloud-copilot/iam-simulate}, installed in a folder of the system's temporary
 * directory that later runs find again.
 *
 * <p>Version and checksums of it and of the three packages that it needs are in {@code
 * package-lock.json} beside this class; no script of theirs runs when they are installed.
 */
public final class IamSimulate {
  /** The version that answers. */
  public static final String VERSION = "0.1.173";

  private static final String LOCK = "package-lock.json";
  private static final List<String> PINNED = List.of("package.json", LOCK);
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
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve(name());
    if (!Files.isDirectory(folder)) {
      install(folder);
    }
    if (!Files.getOwner(folder).equals(Files.getOwner(ownFile()))) {
      throw new OracleMissing("The folder " + folder + " belongs to somebody else; remove it.");
    }
    return new IamSimulate(folder);
  }

  private static String name() throws IOException {
    int lock = text(IamSimulate.class, LOCK).hashCode();
    String user = System.getProperty("user.name");
    return "maitred-iam-simulate-%s-%08x-%s".formatted(VERSION, lock, user);
  }

  // The temporary directory is everyone's, and what lies in the folder is run.
  private static Path ownFile() throws IOException {
    Path file = Files.createTempFile("maitred-", "");
    file.toFile().deleteOnExit();
    return file;
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
    Path scratch = Files.createTempDirectory("maitred-npm-");
    for (String file : PINNED) {
      Files.writeString(scratch.resolve(file), text(IamSimulate.class, file));
    }
    Path log = scratch.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(INSTALLING_MINUTES, TimeUnit.MINUTES)) {
      npm.destroy();
    }
    if (npm.waitFor() != 0) {
      throw new OracleMissing(
          "npm could not install iam-simulate; what it said is in " + log + ".");
    }
    try {
      Files.move(scratch, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      } // else another run was quicker
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
