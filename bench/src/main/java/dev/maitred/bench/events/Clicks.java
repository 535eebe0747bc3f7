package dev.maitred.bench.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Clicks in sessions: those to learn from, and those to come.
 *
 * @param training the rows to learn from as CSV: USER_ID, ITEM_ID, TIMESTAMP
 * @param sessions the clicks of each session that is to come, oldest first, by the session's id
 */
record Clicks(String training, Map<String, List<Click>> sessions) {

  private static final CSVFormat WITH_HEADER =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * One click.
   *
   * @param time in seconds since 1970
   */
  record Click(String item, long time) {}

  /** Reads a CSV with a column SPLIT that says {@code train} or {@code test}, plain or gzip. */
  static Clicks read(Path file) throws IOException {
    StringBuilder training = new StringBuilder("USER_ID,ITEM_ID,TIMESTAMP\n");
    Map<String, List<Click>> sessions = new LinkedHashMap<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        CSVParser csv =
            WITH_HEADER.parse(
                new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)))) {
      for (CSVRecord row : csv) {
        Click click = new Click(row.get("ITEM_ID"), Long.parseLong(row.get("TIMESTAMP")));
        if (row.get("SPLIT").equals("train")) {
          training.append("%s,%s,%d%n".formatted(row.get("USER_ID"), click.item(), click.time()));
        } else {
          sessions.computeIfAbsent(row.get("USER_ID"), id -> new ArrayList<>()).add(click);
        }
      }
    }
    sessions.values().forEach(clicks -> clicks.sort(Comparator.comparingLong(Click::time)));
    return new Clicks(training.toString(), sessions);
  }

  /** The first sessions. */
  Map<String, List<Click>> first(int count) {
    Map<String, List<Click>> some = new LinkedHashMap<>();
    sessions.entrySet().stream()
        .limit(count)
        .forEach(session -> some.put(session.getKey(), session.getValue()));
    return some;
  }
}
