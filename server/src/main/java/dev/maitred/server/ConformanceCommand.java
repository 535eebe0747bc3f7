package dev.maitred.server;

import dev.maitred.conformance.Conformance;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays published conformance vectors; its subcommand compares decisions with an oracle's. */
@Command(
    name = "conformance",
    description = "Replays the SigV4 and JSON vectors below a folder.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "| COMMAND",
    subcommands = ConformancePoliciesCommand.class)
final class ConformanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  // To picocli it is optional, for what is required is required of subcommands too.
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with sigv4/ and json/ below it.")
  private Optional<Path> vectors = Optional.empty();

  @Override
  public Integer call() {
    Path folder =
        vectors.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "Missing required parameter: 'DIR'"));
    return Conformance.run(folder, System.out) == 0 ? 0 : 1;
  }
}
