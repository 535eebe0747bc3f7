package dev.maitred.server.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands on policies in files. */
@Command(
    name = "policy",
    description = "Checks, simulates and explains policies in files; no server is needed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      SimulateCommand.class,
      ExplainCommand.class,
      HelpCommand.class
    })
public final class PolicyCommand {}
