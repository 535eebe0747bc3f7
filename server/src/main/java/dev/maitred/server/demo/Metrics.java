package dev.maitred.server.demo;

import java.util.Map;
import java.util.TreeMap;

/** The offline metrics of a model beside those of plain popularity. */
record Metrics(Map<String, Double> model, Map<String, Double> popularity) {

  /** A table with a row for each metric. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "%-46s %21s %11s %8s%n".formatted("", "user-personalization", "popularity", "ratio"));
    new TreeMap<>(model)
        .forEach(
            (name, ours) -> {
              double theirs = popularity.getOrDefault(name, Double.NaN);
              table.append(
                  "%-46s %21.4f %11.4f %8.1f%n".formatted(name, ours, theirs, ours / theirs));
            });
    return table.toString();
  }
}
