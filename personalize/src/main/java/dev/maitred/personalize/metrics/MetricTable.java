package dev.maitred.personalize.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The metrics of all solution versions; they go with their version. */
public final class MetricTable {
  private MetricTable() {}

  /** Writes the metrics of a version, by AWS's names, in place of any that it had. */
  public static void put(Handle h, String solutionVersionArn, Map<String, Double> metrics) {
    h.execute("delete from personalize_metric where version = ?", solutionVersionArn);
    metrics.forEach(
        (name, value) ->
            h.execute(
                "insert into personalize_metric (version, name, value) values (?, ?, ?)",
                solutionVersionArn,
                name,
                value));
  }

  /** The metrics of a version, in the order in which they were written. */
  static Map<String, Double> of(Handle h, String solutionVersionArn) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    h.createQuery(
            "select name, value from personalize_metric where version = :version order by rowid")
        .bind("version", solutionVersionArn)
        .map((row, context) -> metrics.put(row.getString("name"), row.getDouble("value")))
        .list();
    return metrics;
  }
}
