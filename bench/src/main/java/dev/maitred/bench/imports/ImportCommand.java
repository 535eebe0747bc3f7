package dev.maitred.bench.imports;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.datasetimport.CsvFile;
import dev.maitred.personalize.datasetimport.CsvImport;
import dev.maitred.personalize.schema.DatasetType;
import dev.maitred.store.Database;
import dev.maitred.store.Folders;
import dev.maitred.store.jobs.JobProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures imports next to DuckDB's own {@code COPY} of the same file, under the same settings. */
@Command(
    name = "import",
    description = "Checked, de-duplicated, sorted and stored, next to DuckDB's COPY to Parquet.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @Option(names = "--rows", defaultValue = "5000000", description = "Interactions in the file.")
  private int rows;

  @Option(names = "--rounds", defaultValue = "5", description = "Runs of each, in turns.")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Report report = Report.begin("import", "import --rows " + rows + " --rounds " + rounds);
    Path folder = Project.scratch();
    try (Database database = Database.open(folder.resolve("maitred.db"), List.of("personalize"))) {
      Path csv = folder.resolve("interactions.csv");
      InteractionFile.write(csv, rows, SEED);
      report.line("%,d interactions, %,d bytes of CSV", rows, Files.size(csv));
      measure(report, csv, folder, database);
    } finally {
      Folders.delete(folder);
    }
    report.end();
    return 0;
  }

  private void measure(Report report, Path csv, Path folder, Database database) throws Exception {
    BulkFiles bulk = new BulkFiles(database, folder.resolve("datasets"));
    long[] peer = new long[rounds];
    long[] own = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      peer[round] = time(() -> copy(csv, folder));
      own[round] = time(() -> store(csv, folder, bulk));
      report.line(
          "round %d: DuckDB's copy %.2f s, maitred %.2f s, ratio of speeds %.2f",
          round + 1, peer[round] / 1e9, own[round] / 1e9, (double) peer[round] / own[round]);
    }
    double copied = Figures.of(peer).medianSeconds();
    double imported = Figures.of(own).medianSeconds();
    report.line("");
    report.line("DuckDB's COPY (median)  %.2f s  %,.0f rows/s", copied, rows / copied);
    report.line("maitred's import        %.2f s  %,.0f rows/s", imported, rows / imported);
    report.line("ratio of speeds         %.2f    (goal: at least 0.50)", copied / imported);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static long time(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  /** The peer: nothing checked, nothing sorted, not forced to disk. */
  private static void copy(Path csv, Path folder) throws Exception {
    try (DuckSession duck = DuckSession.open(folder.resolve("scratch"))) {
      duck.execute(
          "copy (select * from read_csv(%s)) to %s (format parquet, compression zstd)"
              .formatted(
                  DuckSession.text(csv.toString()),
                  DuckSession.text(duck.folder().resolve("copy.parquet").toString())));
    }
  }

  /**
   * An import job's work once its objects are here, to a Parquet file that is on disk in its place;
   * what is left out is the row that makes it count.
   */
  private static void store(Path csv, Path folder, BulkFiles bulk) throws Exception {
    try (DuckSession duck = DuckSession.open(folder.resolve("scratch"))) {
      Path parquet = duck.folder().resolve("rows.parquet");
      CsvImport work =
          new CsvImport(duck, DatasetType.INTERACTIONS, Columns.of(InteractionFile.SCHEMA));
      work.run(List.of(new CsvFile("interactions.csv", csv)), parquet, new Unseen());
      bulk.publish(parquet, UUID.randomUUID() + ".parquet", () -> {});
    }
  }

  /** Progress that nobody watches. */
  private static final class Unseen implements JobProgress {
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
