package dev.maitred.personalize.datasetimport;

import static dev.maitred.personalize.bulk.DuckSession.text;
import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.bulk.RowOrder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the staged rows as Parquet: events sorted by user, time and place in the files, those that
 * are equal in every column once; of records with the same id the last.
 *
 * <p>Users are sorted by their rank, as numbers are sorted twice as fast as texts. Equal events
 * have the same user and time, so they lie among neighbours once they are sorted, and only rows
 * with such neighbours, few as a rule, are compared in every column.
 */
final class RowFile {
  private static final String FORMAT =
      "(format parquet, parquet_version v2, compression zstd, compression_level 1)";

  private final DuckSession duck;
  private final RowOrder order;
  private final Columns columns;

  RowFile(DuckSession duck, RowOrder order, Columns columns) {
    this.duck = duck;
    this.order = order;
    this.columns = columns;
  }

  void write(Path parquet) throws SQLException {
    if (order.isEvents()) {
      sort();
      findRepeats();
      copy("select * from sorted where rowid not in (select place from repeats)", parquet);
    } else {
      copy(newestRecords(), parquet);
    }
  }

  private void copy(String rows, Path parquet) throws SQLException {
    duck.execute("copy (%s) to %s %s".formatted(rows, text(parquet.toString()), FORMAT));
  }

  private String newestRecords() {
    String id = keys().getFirst();
    return """
        select %s from staged
        where rowid in (select max(rowid) from staged group by %s) order by %2$s"""
        .formatted(values(), id);
  }

  private void sort() throws SQLException {
    duck.execute(
        """
        create table ranks as
          select %1$s, cast(row_number() over (order by %1$s) as integer) as "rank of user"
          from (select distinct %1$s from staged)"""
            .formatted(keys().getFirst()));
    duck.execute(
        """
        create table sorted as
          select %s from staged join ranks using (%s)
          order by "rank of user", %s, staged.rowid"""
            .formatted(values(), keys().getFirst(), keys().getLast()));
    duck.execute("drop table staged");
  }

  /** Makes the table of the places of rows that are equal to an earlier one. */
  private void findRepeats() throws SQLException {
    duck.execute(
        """
        create table neighbours as select place from (
          select rowid as place, %s as after, %s as before from sorted) where after or before"""
            .formatted(sameAs("lag"), sameAs("lead")));
    duck.execute(
        """
        create table repeats as select place from (
          select rowid as place, row_number() over (partition by %s order by rowid) as occurrence
          from sorted where rowid in (select place from neighbours)) where occurrence > 1"""
            .formatted(columns.all().stream().map(Column::sql).collect(joining(", "))));
  }

  private String sameAs(String neighbour) {
    return keys().stream()
        .map(key -> "%1$s = %2$s(%1$s) over ()".formatted(key, neighbour))
        .collect(joining(" and "));
  }

  private String values() {
    return columns.all().stream().map(RowFile::value).collect(joining(", "));
  }

  private static String value(Column column) {
    return column.textual()
        ? "left(%s, %d) as %1$s".formatted(column.sql(), column.maxLength())
        : column.sql();
  }

  private List<String> keys() {
    return order.columns().stream().map(DuckSession::name).toList();
  }
}
