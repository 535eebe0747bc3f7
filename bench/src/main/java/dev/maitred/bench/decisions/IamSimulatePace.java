package dev.maitred.bench.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.bench.Report;
import dev.maitred.conformance.oracle.IamSimulate;
import dev.maitred.conformance.oracle.OracleMissing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long npm's iam-simulate takes for the requests of {@link DecisionBenchmark} under the
 * read-only policy, in a process of its own.
 */
final class IamSimulatePace {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final Map<String, String> ACTIONS =
      Map.of(
          "allowedByReadOnly", DecisionBenchmark.ALLOWED,
          "notAllowedByReadOnly", DecisionBenchmark.NOT_ALLOWED);

  private IamSimulatePace() {}

  /** Adds a line for each request and each way of asking, with the ratio to our own time. */
  static void report(Report report, Collection<RunResult> ours)
      throws IOException, InterruptedException {
    report.line("");
    try {
      IamSimulate installed = IamSimulate.installed();
      report.line("iam-simulate %s, medians of five seconds each", IamSimulate.VERSION);
      for (JsonNode measured : measure(installed)) {
        line(report, measured, ours);
      }
    } catch (OracleMissing missing) {
      report.line("%s", "iam-simulate: not measured. " + missing.getMessage());
    }
  }

  private static List<JsonNode> measure(IamSimulate installed)
      throws IOException, InterruptedException {
    Process process = installed.run(IamSimulate.text(IamSimulatePace.class, "pace.mjs"));
    try (OutputStream in = process.getOutputStream()) {
      in.write(MAPPER.writeValueAsBytes(question()));
    }
    List<String> lines;
    try (var out = process.inputReader(UTF_8)) {
      lines = out.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException("iam-simulate ended with an error");
    }
    return lines.stream().map(MAPPER::readTree).toList();
  }

  private static Map<String, Object> question() {
    List<Map<String, Object>> requests =
        ACTIONS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> Map.of("name", each.getKey(), "request", request(each.getValue())))
            .toList();
    return Map.of(
        "policy", MAPPER.readTree(DecisionBenchmark.text("read-only.json")), "requests", requests);
  }

  private static Map<String, Object> request(String action) {
    Map<String, String> context =
        DecisionBenchmark.CONTEXT.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, key -> key.getValue().getFirst()));
    return Map.of(
        "principal",
        DecisionBenchmark.USER,
        "action",
        action,
        "resource",
        Map.of("resource", DecisionBenchmark.CAMPAIGN, "accountId", DecisionBenchmark.ACCOUNT),
        "contextVariables",
        context);
  }

  private static void line(Report report, JsonNode measured, Collection<RunResult> ours) {
    String name = measured.get("name").asString();
    String expected = name.startsWith("not") ? "ImplicitlyDenied" : "Allowed";
    if (!measured.get("answer").asString().equals(expected)) {
      throw new IllegalStateException("iam-simulate does not answer " + name + " as we do");
    }
    double[] times =
        measured.get("times").valueStream().mapToDouble(JsonNode::asDouble).sorted().toArray();
    double theirs = times[times.length / 2];
    report.line(
        "%-40s %8.0f, %,.0f times ours",
        name + ", " + measured.get("api").asString(), theirs, theirs / ours(name, ours));
  }

  private static double ours(String name, Collection<RunResult> results) {
    return results.stream()
        .map(RunResult::getPrimaryResult)
        .filter(result -> result.getLabel().equals(name))
        .findFirst()
        .orElseThrow()
        .getScore();
  }
}
