package dev.maitred.bench.quality;

import dev.maitred.recommend.Interactions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An interactions CSV of Personalize (USER_ID, ITEM_ID, TIMESTAMP, …), plain or gzip, as arrays.
 */
final class InteractionsFile {
  private static final CSVFormat WITH_HEADER =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private InteractionsFile() {}

  /** The interactions; users and items are numbered in the order of the file. */
  static Interactions read(Path file) throws IOException {
    Map<String, Integer> users = new HashMap<>();
    Map<String, Integer> items = new HashMap<>();
    IntStream.Builder user = IntStream.builder();
    IntStream.Builder item = IntStream.builder();
    LongStream.Builder time = LongStream.builder();
    try (CSVParser csv = open(file)) {
      for (CSVRecord line : csv) {
        user.add(number(users, line.get("USER_ID")));
        item.add(number(items, line.get("ITEM_ID")));
        time.add(Long.parseLong(line.get("TIMESTAMP")));
      }
    }
    return Interactions.of(
        users.size(),
        items.size(),
        user.build().toArray(),
        item.build().toArray(),
        time.build().toArray());
  }

  private static int number(Map<String, Integer> numbers, String id) {
    return numbers.computeIfAbsent(id, unseen -> numbers.size());
  }

  private static CSVParser open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return WITH_HEADER.parse(
        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)));
  }
}
