package dev.maitred.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/** {@code maitred serve} as a process of its own, so that a test can end it as hard as it likes. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("maitred ready (http://\\S+) account=(\\d{12}) data=(.+)");

  private final Process process;
  private final URI endpoint;
  private final String account;
  private final Path folder;

  private ServerProcess(Process process, URI endpoint, String account, Path folder) {
    this.process = process;
    this.endpoint = endpoint;
    this.account = account;
    this.folder = folder;
  }

  /** Starts it on {@code folder} and a free port, and returns once it says that it is ready. */
  static ServerProcess start(Path folder, String... more) throws IOException {
    Process process = command(folder, more).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    Matcher ready = READY.matcher(line == null ? "" : line);
    if (!ready.matches()) {
      process.destroyForcibly();
      throw new IOException("the server said `" + line + "` instead of being ready");
    }
    return new ServerProcess(process, URI.create(ready.group(1)), ready.group(2), folder);
  }

  /** The command line of a server on a free port. */
  static ProcessBuilder command(Path folder, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.maitred.server.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.toString()));
    words.addAll(List.of(more));
    return new ProcessBuilder(words);
  }

  URI endpoint() {
    return endpoint;
  }

  String account() {
    return account;
  }

  /** The clients of the account's root user. */
  TestClients root() {
    return new TestClients(
        endpoint, Region.US_EAST_1, TestClients.profile(folder.resolve("credentials")));
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to stop, as SIGTERM does, and gives its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server did not stop within 30 seconds of SIGTERM");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
