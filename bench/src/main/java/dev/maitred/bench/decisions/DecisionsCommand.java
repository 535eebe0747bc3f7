package dev.maitred.bench.decisions;

import dev.maitred.bench.Report;
import dev.maitred.bench.decisions.cedar.CedarDecisionBenchmark;
import dev.maitred.bench.decisions.cedar.CedarGrowthBenchmark;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/** Measures decisions of the policy engine. */
@Command(
    name = "decisions",
    description = "Decisions of the policy engine and of Cedar (JMH).",
    mixinStandardHelpOptions = true)
public final class DecisionsCommand implements Callable<Integer> {
  /** What {@link GCProfiler} calls the bytes that one call allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Override
  public Integer call() throws Exception {
    Report report = Report.begin("decisions", "decisions");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecisionBenchmark.class.getName())
                    .include(GrowthBenchmark.class.getName())
                    .include(CedarDecisionBenchmark.class.getName())
                    .include(CedarGrowthBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run();
    report.line("nanoseconds for one decision, one thread, and bytes allocated by it");
    results.stream().filter(run -> !CedarRatios.isCedars(run)).forEach(run -> tell(run, report));
    report.line("");
    CedarRatios.tell(results, report);
    IamSimulatePace.report(report, results);
    report.end();
    return 0;
  }

  private static void tell(RunResult run, Report report) {
    Result<?> time = run.getPrimaryResult();
    Result<?> bytes = Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED));
    report.line(
        "%-40s %8.0f ± %-6.0f %4.0f B",
        label(run), time.getScore(), time.getScoreError(), bytes.getScore());
  }

  static String label(RunResult run) {
    String statements = run.getParams().getParam("statements");
    String label = run.getPrimaryResult().getLabel();
    return statements == null ? label : label + ", " + statements + " statements";
  }
}
