package dev.maitred.server.demo;

import dev.maitred.server.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A catalogue read from a file: MovieLens {@code ratings.csv} (with {@code movies.csv} beside it,
 * if there) or an interactions CSV of Personalize; plain or gzip.
 */
final class CatalogueFile {
  private static final int SHOWN = 80;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat WITH_HEADER =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CatalogueFile() {}

  static Catalogue read(Path file) {
    try (CSVParser csv = open(file)) {
      Columns columns = Columns.of(csv, file);
      List<Catalogue.Interaction> interactions = new ArrayList<>();
      for (CSVRecord line : csv) {
        interactions.add(interaction(columns, line, file));
      }
      return new Catalogue(
          file.toString(), interactions, titles(file.resolveSibling("movies.csv")));
    } catch (IOException e) {
      throw new StoryInterrupted("`" + file + "` cannot be read: " + IoReason.of(e));
    }
  }

  private record Columns(String user, String item, String time) {
    static Columns of(CSVParser csv, Path file) {
      List<String> names = csv.getHeaderNames();
      if (names.containsAll(List.of("userId", "movieId", "timestamp"))) {
        return new Columns("userId", "movieId", "timestamp");
      }
      if (names.containsAll(List.of("USER_ID", "ITEM_ID", "TIMESTAMP"))) {
        return new Columns("USER_ID", "ITEM_ID", "TIMESTAMP");
      }
      throw new StoryInterrupted(
          "`%s` %s; the columns userId, movieId, timestamp or USER_ID, ITEM_ID, TIMESTAMP were expected"
              .formatted(file, names.isEmpty() ? "is empty" : "begins with " + shown(names)));
    }
  }

  /** Names from a file that may be anything, made fit for a terminal. */
  private static String shown(List<String> names) {
    String text = String.join(",", names).replaceAll("\\p{Cntrl}|\\P{Print}", "?");
    return "`" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "`";
  }

  private static Catalogue.Interaction interaction(Columns columns, CSVRecord line, Path file) {
    String time = cell(columns.time, line, file);
    if (!time.matches("-?\\d{1,18}")) {
      throw wrong(file, line, "the %s `%s` is not a whole number".formatted(columns.time, time));
    }
    return new Catalogue.Interaction(
        cell(columns.user, line, file), cell(columns.item, line, file), Long.parseLong(time));
  }

  private static String cell(String column, CSVRecord line, Path file) {
    if (!line.isSet(column)) {
      throw wrong(file, line, "there is no " + column);
    }
    return line.get(column).strip();
  }

  private static StoryInterrupted wrong(Path file, CSVRecord line, String what) {
    return new StoryInterrupted(
        "`%s`, line %d: %s".formatted(file, line.getRecordNumber() + 1, what));
  }

  private static Catalogue.Titles titles(Path movies) throws IOException {
    if (!Files.exists(movies)) {
      return item -> item;
    }
    Map<String, String> titles = new HashMap<>();
    try (CSVParser csv = open(movies)) {
      for (CSVRecord line : csv) {
        titles.put(line.get(0), line.get(1) + "  [" + line.get(2).replace("|", ", ") + "]");
      }
    }
    return item -> titles.getOrDefault(item, item);
  }

  private static CSVParser open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return WITH_HEADER.parse(reader);
  }
}
