package dev.maitred.bench;

import dev.maitred.bench.als.AlsCommand;
import dev.maitred.bench.decisions.DecisionsCommand;
import dev.maitred.bench.emanet.EmaNetCommand;
import dev.maitred.bench.events.EventsQualityCommand;
import dev.maitred.bench.imports.ImportCommand;
import dev.maitred.bench.linear.LinearCommand;
import dev.maitred.bench.quality.QualityCommand;
import dev.maitred.bench.ready.ReadyCommand;
import dev.maitred.bench.recommendations.RecommendationsCommand;
import dev.maitred.bench.scale.ScaleCommand;
import dev.maitred.bench.serving.ServingCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of the benchmarks. */
@Command(
    name = "maitred bench",
    description = "Measures maitred, next to its peers where there are any.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      ImportCommand.class,
      ReadyCommand.class,
      RecommendationsCommand.class,
      ServingCommand.class,
      DecisionsCommand.class,
      AlsCommand.class,
      EmaNetCommand.class,
      LinearCommand.class,
      EventsQualityCommand.class,
      QualityCommand.class,
      ScaleCommand.class,
      HelpCommand.class
    })
public final class Main {
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.WARNING);
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
