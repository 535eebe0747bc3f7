package dev.maitred.server;

import dev.maitred.conformance.Conformance;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Replays published conformance vectors. */
@Command(
    name = "conformance",
    description = "Replays the SigV4 and JSON vectors below a folder.",
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder with sigv4/ and json/ below it.")
  private Path vectors = Path.of(".");

  @Override
  public Integer call() {
    return Conformance.run(vectors, System.out) == 0 ? 0 : 1;
  }
}
