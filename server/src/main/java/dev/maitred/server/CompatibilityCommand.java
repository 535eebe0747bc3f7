package dev.maitred.server;

import dev.maitred.wire.AwsService;
import dev.maitred.wire.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Prints which of AWS's operations are built, as the page {@code docs/compatibility.md}. */
@Command(
    name = "compatibility",
    description = "Prints which operations are built, as docs/compatibility.md has it.",
    mixinStandardHelpOptions = true)
final class CompatibilityCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("maitred-");
    Settings settings = new Settings(folder, "127.0.0.1", 0, Optional.empty(), Optional.empty());
    try (MaitredServer server = MaitredServer.start(settings)) {
      System.out.print(page(server.services()));
    } finally {
      TemporaryFolder.delete(folder);
    }
    return 0;
  }

  /** The page in Markdown. */
  static String page(List<AwsService> services) {
    return """
        # Compatibility

        Which operations are built, and the IAM action that each requires. This page is printed by `./maitred
        compatibility` from the tables that serve the requests. An operation that is not built is answered with an
        error that says so by name, never with a made-up success.
        """
        + services.stream()
            .map(Coverage::of)
            .map(CompatibilityCommand::section)
            .collect(Collectors.joining());
  }

  private static String section(Coverage coverage) {
    List<Coverage.Operation> built =
        coverage.operations().stream().filter(Coverage.Operation::built).toList();
    String rows =
        built.stream()
            .map(operation -> "| %s | `%s` |%n".formatted(operation.name(), operation.action()))
            .collect(Collectors.joining());
    String missing =
        coverage.operations().stream()
            .filter(operation -> !operation.built())
            .map(Coverage.Operation::name)
            .collect(Collectors.joining(", "));
    return "%n## %s: %d of %d%n%n| operation | requires |%n|---|---|%n%s%s"
        .formatted(
            coverage.service(),
            built.size(),
            coverage.operations().size(),
            rows,
            missing.isEmpty() ? "" : "%nNot built yet: %s.%n".formatted(missing));
  }
}
