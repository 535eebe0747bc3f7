package dev.maitred.personalize.datasetimport;

import static dev.maitred.personalize.bulk.DuckSession.text;
import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.schema.DatasetType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Writes the staged rows as Parquet, in the order of the files: of events that are equal in every
 * column the first, of records with the same id the last.
 *
 * <p>Equal events have equal hashes, which are counted far faster than rows; only rows that share
 * theirs, few as a rule, are compared in every column.
 */
final class RowFile {
  private static final String FORMAT =
      "(format parquet, parquet_version v2, compression zstd, compression_level 1)";

  private final DuckSession duck;
  private final DatasetType type;
  private final Columns columns;

  RowFile(DuckSession duck, DatasetType type, Columns columns) {
    this.duck = duck;
    this.type = type;
    this.columns = columns;
  }

  void write(Path parquet) throws SQLException {
    String rows =
        switch (type) {
          case INTERACTIONS, ACTION_INTERACTIONS -> firstOfEqualEvents();
          case ITEMS -> lastOfEach("ITEM_ID");
          case USERS -> lastOfEach("USER_ID");
          case ACTIONS -> lastOfEach("ACTION_ID");
        };
    duck.execute(
        "copy (select %s from staged where rowid %s) to %s %s"
            .formatted(list(RowFile::value), rows, text(parquet.toString()), FORMAT));
  }

  private String lastOfEach(String id) {
    String cell = columns.named(id).map(Staged::cell).orElseThrow();
    return "in (select max(rowid) from staged group by %s)".formatted(cell);
  }

  private String firstOfEqualEvents() throws SQLException {
    duck.execute(
        """
        create table repeats as select place from (
          select rowid as place, row_number() over (partition by %s order by rowid) as occurrence
          from staged
          where hash in (select hash from staged group by hash having count(*) > 1))
        where occurrence > 1"""
            .formatted(list(Staged::cell)));
    return "not in (select place from repeats)";
  }

  private static String value(Column column) {
    String cell = Staged.cell(column);
    String value = column.textual() ? "left(%s, %d)".formatted(cell, column.maxLength()) : cell;
    return value + " as " + column.sql();
  }

  private String list(Function<Column, String> each) {
    return columns.all().stream().map(each).collect(joining(", "));
  }
}
