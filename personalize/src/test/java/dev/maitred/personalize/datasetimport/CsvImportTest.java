package dev.maitred.personalize.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.schema.DatasetType;
import dev.maitred.store.jobs.JobFailure;
import dev.maitred.store.jobs.JobProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases lie in {@code src/test/cases/csv/RULE/CASE}: files, a schema, and what must come out.
 */
class CsvImportTest {
  private static final Path CASES = Path.of("src/test/cases/csv");

  @TempDir Path dir;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Files.walk(CASES, 2)
        .filter(path -> CASES.relativize(path).getNameCount() == 2)
        .sorted()
        .map(path -> DynamicTest.dynamicTest(CASES.relativize(path).toString(), () -> run(path)));
  }

  private void run(Path folder) throws Exception {
    Path failure = folder.resolve("expected.failure");
    if (Files.exists(failure)) {
      String reason = Files.readString(failure).strip();
      assertThatThrownBy(() -> rows(files(folder), schema(folder)))
          .isInstanceOf(JobFailure.class)
          .hasMessage(reason);
    } else {
      assertThat(rows(files(folder), schema(folder)))
          .isEqualTo(Files.readAllLines(folder.resolve("expected.rows")));
    }
  }

  @Test
  void keepsTheOrderOfTheFiles() throws Exception {
    List<String> rows =
        IntStream.range(0, 20_000)
            .mapToObj(row -> "u%d,i%d,%d".formatted(row % 7, 50_000 - row, 1_000_000 - row / 5000))
            .toList();
    Path first = csv("a.csv", rows.subList(0, 12_000));
    Path second = csv("b.csv", rows.subList(12_000, 20_000));

    assertThat(rows(List.of(new CsvFile("a", first), new CsvFile("b", second)), INTERACTIONS))
        .isEqualTo(rows.stream().map(row -> row.replace(',', '|')).toList());
  }

  private Path csv(String name, List<String> rows) throws IOException {
    String header = "USER_ID,ITEM_ID,TIMESTAMP\n";
    return Files.writeString(dir.resolve(name), header + String.join("\n", rows) + "\n");
  }

  @Test
  void saysThatGzipIsNotRead() throws Exception {
    Path zipped = dir.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("USER_ID,ITEM_ID,TIMESTAMP\nu,i,1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> rows(List.of(new CsvFile("s3://b/a.csv.gz", zipped)), INTERACTIONS))
        .isInstanceOf(JobFailure.class)
        .hasMessage("s3://b/a.csv.gz is compressed by gzip. An import reads plain CSV only.");
  }

  @Test
  void countsEqualEventsOnceAcrossFiles() throws Exception {
    List<String> events =
        IntStream.range(0, 1500)
            .mapToObj(row -> "u%d,i%d,%d".formatted(row % 10, row, row))
            .toList();
    Path first = csv("a.csv", events);
    List<String> again = new ArrayList<>(events);
    again.addAll(List.of("u1,i1,001", "u1,new,5"));
    Path second = csv("b.csv", again);

    List<String> rows =
        rows(List.of(new CsvFile("a", first), new CsvFile("b", second)), INTERACTIONS);

    assertThat(rows).hasSize(1501).contains("u1|new|5").doesNotHaveDuplicates();
  }

  private static final String INTERACTIONS =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [{"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
                  {"name": "TIMESTAMP", "type": "long"}], "version": "1.0"}
      """;

  private List<String> rows(List<CsvFile> files, String schema) throws Exception {
    Columns columns = Columns.of(schema);
    DatasetType type =
        columns.named("TIMESTAMP").isPresent() ? DatasetType.INTERACTIONS : DatasetType.ITEMS;
    try (DuckSession duck = DuckSession.open(dir.resolve("scratch"))) {
      Path parquet = duck.folder().resolve("rows.parquet");
      long count = new CsvImport(duck, type, columns).run(files, parquet, new Silent());
      List<String> rows = new ArrayList<>();
      duck.query(
          "select * from " + DuckSession.text(parquet.toString()),
          row -> {
            StringJoiner line = new StringJoiner("|");
            for (int at = 1; at <= columns.all().size(); at++) {
              line.add(row.getString(at));
            }
            rows.add(line.toString());
          });
      assertThat(count).isEqualTo(rows.size());
      return rows;
    }
  }

  private static List<CsvFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .map(file -> new CsvFile(file.getFileName().toString(), file))
          .toList();
    }
  }

  private static String schema(Path folder) throws IOException {
    return Files.readString(folder.resolve("schema.avsc"));
  }

  private static final class Silent implements JobProgress {
    @Override
    public void at(double fraction, String doing) {}

    @Override
    public boolean stopping() {
      return false;
    }

    @Override
    public void check() {}
  }
}
