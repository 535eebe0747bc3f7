package dev.maitred.server;

import dev.maitred.server.dataset.Unreadable;
import dev.maitred.server.demo.DemoCommand;
import dev.maitred.server.evaluate.EvaluateCommand;
import dev.maitred.server.evaluate.ExplainRecommendationCommand;
import dev.maitred.server.evaluate.Impossible;
import dev.maitred.server.policy.PolicyCommand;
import dev.maitred.server.policy.Unanswerable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of maitred. */
@Command(
    name = "maitred",
    description =
        "A self-hosted, Amazon-Personalize-compatible recommendation server, guarded by IAM policies.",
    version = "maitred 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      PolicyCommand.class,
      EvaluateCommand.class,
      ExplainRecommendationCommand.class,
      ConformanceCommand.class,
      CompatibilityCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Of the launcher itself: `./maitred test` runs every test, `./maitred format` lays out the sources,",
      "`./maitred build` builds without running, `./maitred bench` measures, `./maitred fuzz` and",
      "`./maitred mutate` test the policy engine harder."
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logging.configure();
    System.exit(commandLine().execute(arguments));
  }

  /** The commands, ready to be executed. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(new WrongArguments())
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              int code =
                  switch (failure) {
                    case StartRefused _ -> CommandLine.ExitCode.SOFTWARE;
                    case Unanswerable _, Unreadable _, Impossible _ -> CommandLine.ExitCode.USAGE;
                    default -> throw failure;
                  };
              commandLine.getErr().println("maitred: " + failure.getMessage());
              return code;
            });
  }
}
