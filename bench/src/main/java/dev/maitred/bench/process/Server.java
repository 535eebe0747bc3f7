package dev.maitred.bench.process;

import dev.maitred.bench.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./maitred serve --port 0} as a process of its own.
 *
 * @param readyAfter the time from the start of the process to its line {@code maitred ready}
 */
public record Server(Process process, URI endpoint, String account, Path data, Duration readyAfter)
    implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("maitred ready (http://\\S+) account=(\\d{12}) data=.+");

  /** Starts it and waits until it is ready. */
  public static Server start(Path data, Map<String, String> environment) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                Project.home().resolve("maitred").toString(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = command.start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    Matcher ready = READY.matcher(line == null ? "" : line);
    if (!ready.matches()) {
      process.destroyForcibly();
      throw new IOException("the server said `" + line + "` instead of being ready");
    }
    return new Server(
        process,
        URI.create(ready.group(1)),
        ready.group(2),
        data,
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** The processor time that it has taken so far, on all cores together. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
