package dev.maitred.server.evaluate;

import dev.maitred.recommend.evaluation.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as a table for people: a line for each recipe, a column for each figure. */
final class ResultTable {
  private final List<Result> results;

  ResultTable(List<Result> results) {
    this.results = results;
  }

  /** The lines. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    List<String> metrics =
        results.stream().flatMap(result -> result.metrics().keySet().stream()).distinct().toList();
    List<String> head = new ArrayList<>(List.of(""));
    metrics.forEach(metric -> head.add(shorter(metric)));
    head.addAll(List.of("training", "peak memory", "model", "rankings/s"));
    rows.add(head);
    results.forEach(result -> rows.add(row(result, metrics)));
    return laidOut(rows);
  }

  private static List<String> row(Result result, List<String> metrics) {
    List<String> row = new ArrayList<>(List.of(result.recipe()));
    for (String metric : metrics) {
      Estimate estimate = result.metrics().get(metric);
      row.add(estimate == null ? "" : figure(estimate));
    }
    row.add(format("%.1f s", result.trainingSeconds()));
    row.add(format("%,d MiB", result.peakBytes() >> 20));
    row.add(result.modelBytes().isPresent() ? size(result.modelBytes().getAsLong()) : "");
    row.add(result.rankingsPerSecond() > 0 ? format("%,.0f", result.rankingsPerSecond()) : "");
    return row;
  }

  private static String figure(Estimate estimate) {
    String value = format("%.4f", estimate.value());
    return Double.isNaN(estimate.margin()) ? value : value + format(" ±%.4f", estimate.margin());
  }

  /** Personalize's own names are long. */
  private static String shorter(String metric) {
    return metric
        .replace("normalized_discounted_cumulative_gain_at_", "NDCG@")
        .replace("mean_reciprocal_rank_at_", "MRR@")
        .replace("precision_at_", "precision@");
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? format("%.1f KiB", bytes / 1024.0)
        : format("%.1f MiB", bytes / 1048576.0);
  }

  private static String laidOut(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int at = 0; at < columns; at++) {
        width[at] = Math.max(width[at], row.get(at).length());
      }
    }
    return rows.stream().map(row -> line(row, width)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] width) {
    var line = new StringBuilder(format("%-" + width[0] + "s", row.getFirst()));
    for (int at = 1; at < width.length; at++) {
      line.append("  ").append(" ".repeat(width[at] - row.get(at).length())).append(row.get(at));
    }
    return line.append(System.lineSeparator()).toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
