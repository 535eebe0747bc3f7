package dev.maitred.personalize.datasetimport;

import static dev.maitred.personalize.bulk.DuckSession.text;
import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.schema.DatasetType;
import dev.maitred.store.jobs.JobFailure;
import dev.maitred.store.jobs.JobProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns CSV files into one Parquet file.
 *
 * <p>Cells are staged under their types; what cannot be read as its type is kept beside it as text
 * (DuckDB alone would read {@code 1.5} as the whole number 2), so that a bad cell can be shown as
 * it was written.
 */
public final class CsvImport {
  /** The fewest interactions that an import may bring (personalize limits). */
  private static final int FEWEST_INTERACTIONS = 1000;

  /** So many lines that are no rows are looked at, and no more. */
  static final int MOST_REJECTS = 100;

  private final DuckSession duck;
  private final DatasetType type;
  private final Columns columns;

  public CsvImport(DuckSession duck, DatasetType type, Columns columns) {
    this.duck = duck;
    this.type = type;
    this.columns = columns;
  }

  /**
   * Checks and converts the files.
   *
   * @return the number of rows in {@code parquet}
   * @throws JobFailure naming file, line and column of what is not valid
   */
  public long run(List<CsvFile> files, Path parquet, JobProgress progress)
      throws JobFailure, IOException, SQLException {
    List<List<String>> headers = headers(files);
    progress.at(0.3, "reading rows");
    duck.execute(
        "create table staged (file integer, hash ubigint, %s)"
            .formatted(list(Staged::declaration)));
    for (int number = 0; number < files.size(); number++) {
      progress.check();
      stage(number, files.get(number), headers.get(number));
    }
    progress.at(0.5, "checking rows");
    new CsvCheck(duck, columns, files).run();
    progress.at(0.6, "writing rows");
    return write(parquet);
  }

  private List<List<String>> headers(List<CsvFile> files) throws JobFailure, IOException {
    List<List<String>> headers = new ArrayList<>();
    for (CsvFile file : files) {
      if (file.isGzip()) {
        throw ImportFailures.gzip(file);
      }
      List<String> header = file.header();
      check(file, header);
      if (!headers.isEmpty() && !Set.copyOf(headers.getFirst()).equals(Set.copyOf(header))) {
        throw ImportFailures.otherHeader(files.getFirst(), file);
      }
      headers.add(header);
    }
    return headers;
  }

  private void check(CsvFile file, List<String> header) throws JobFailure {
    if (header.isEmpty()) {
      throw ImportFailures.noHeader(file);
    }
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw ImportFailures.repeatedColumn(file, column);
      }
    }
    List<String> missing =
        columns.all().stream().map(Column::name).filter(name -> !seen.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw ImportFailures.missingColumns(missing);
    }
  }

  /**
   * Appends a file's cells as text; lines that cannot be split into cells go to DuckDB's rejects.
   */
  private void stage(int number, CsvFile file, List<String> header) throws SQLException {
    String types =
        header.stream().map(column -> text(column) + ": 'VARCHAR'").collect(joining(", "));
    duck.execute(
        """
        insert into staged select %d, hash(%s), %s from read_csv(%s, columns = {%s},
          auto_detect = false, header = true, delim = ',', quote = '"', escape = '\\',
          store_rejects = true, rejects_limit = %d, max_line_size = 1048576)
        """
            .formatted(
                number,
                list(Staged::typed),
                list(Staged::reading),
                text(file.path().toString()),
                types,
                MOST_REJECTS));
  }

  private long write(Path parquet) throws JobFailure, IOException, SQLException {
    new RowFile(duck, type, columns).write(parquet);
    long written = duck.number("select count(*) from " + text(parquet.toString()));
    if (type == DatasetType.INTERACTIONS && written < FEWEST_INTERACTIONS) {
      throw ImportFailures.tooFewRows(written, FEWEST_INTERACTIONS);
    }
    return written;
  }

  private String list(Function<Column, String> each) {
    return columns.all().stream().map(each).collect(joining(", "));
  }
}
