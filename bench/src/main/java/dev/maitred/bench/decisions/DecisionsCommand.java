package dev.maitred.bench.decisions;

import dev.maitred.bench.Report;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/** Measures decisions of the policy engine. */
@Command(
    name = "decisions",
    description = "Nanoseconds for one decision of the policy engine (JMH).",
    mixinStandardHelpOptions = true)
public final class DecisionsCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Report report = Report.begin("decisions", "decisions");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecisionBenchmark.class.getName())
                    .include(GrowthBenchmark.class.getName())
                    .build())
            .run();
    report.line("nanoseconds for one decision, one thread");
    for (RunResult run : results) {
      Result<?> result = run.getPrimaryResult();
      report.line("%-40s %8.0f ± %.0f", label(run), result.getScore(), result.getScoreError());
    }
    IamSimulatePace.report(report, results);
    report.end();
    return 0;
  }

  private static String label(RunResult run) {
    String statements = run.getParams().getParam("statements");
    String label = run.getPrimaryResult().getLabel();
    return statements == null ? label : label + ", " + statements + " statements";
  }
}
