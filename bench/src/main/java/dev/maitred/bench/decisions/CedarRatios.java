package dev.maitred.bench.decisions;

import static java.util.stream.Collectors.toMap;

import dev.maitred.bench.Report;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/** How many times as fast as Cedar we decide: each benchmark with its counterpart of one run. */
final class CedarRatios {
  private static final String CEDAR = "cedar.Cedar";

  private CedarRatios() {}

  /** Whether a result is one of Cedar's. */
  static boolean isCedars(RunResult run) {
    return run.getParams().getBenchmark().contains(CEDAR);
  }

  /** Tells the ratios. */
  static void tell(Collection<RunResult> results, Report report) {
    Map<String, Double> ours =
        results.stream()
            .filter(run -> !isCedars(run))
            .collect(toMap(CedarRatios::question, CedarRatios::perSecond));
    report.line("decisions per second, one thread: ours, Cedar's (cedar-java), and the ratio");
    for (RunResult run : results) {
      if (isCedars(run)) {
        double our = Objects.requireNonNull(ours.get(question(run)));
        double their = perSecond(run);
        report.line(
            "%-40s %,12.0f %,10.0f %,9.0f", DecisionsCommand.label(run), our, their, our / their);
      }
    }
  }

  private static String question(RunResult run) {
    return run.getParams().getBenchmark().replace(CEDAR, "")
        + run.getParams().getParam("statements");
  }

  private static double perSecond(RunResult run) {
    return 1e9 / run.getPrimaryResult().getScore();
  }
}
