package dev.maitred.server;

import dev.maitred.conformance.oracle.IamSimulate;
import dev.maitred.conformance.oracle.OracleMissing;
import dev.maitred.conformance.policies.PolicyComparison;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Compares decisions with those of another engine. */
@Command(
    name = "policies",
    description = {
      "Decides generated cases by maitred's policy engine and by npm's iam-simulate, and compares.",
      "Needs Node.js and npm, which installs the simulator in your folder for caches."
    },
    mixinStandardHelpOptions = true)
final class ConformancePoliciesCommand implements Callable<Integer> {
  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int cases = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same cases for the same seed (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    if (cases < 1) {
      System.err.println("maitred: --cases needs a number from 1, not " + cases);
      return ExitCode.USAGE;
    }
    try {
      return PolicyComparison.run(IamSimulate.installed(), cases, seed, System.out) == 0 ? 0 : 1;
    } catch (OracleMissing missing) {
      System.err.println("maitred: " + missing.getMessage());
      return ExitCode.USAGE;
    }
  }
}
