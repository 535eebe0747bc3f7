package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;

/** The columns of the table {@code staged}: a typed one has a second beside it for bad cells. */
final class Staged {
  private Staged() {}

  /** The column as {@code create table} declares it. */
  static String declaration(Column column) {
    String declared = column.sql() + " " + column.type().sql();
    return isText(column) ? declared : declared + ", " + unreadable(column) + " varchar";
  }

  /** What is read into the column, and beside it, from a cell that is text. */
  static String reading(Column column) {
    String cell = column.sql();
    return isText(column)
        ? cell
        : "try_cast(%1$s as %2$s), case when %3$s then %1$s end"
            .formatted(cell, column.type().sql(), column.type().unreadable(cell));
  }

  /** The column of cells that could not be read; a blank is in no name of a schema. */
  static String unreadable(Column column) {
    return DuckSession.name("unreadable " + column.name());
  }

  /** An SQL condition that holds for an empty cell. */
  static String isEmpty(Column column) {
    String empty = column.sql() + " is null";
    return isText(column) ? empty : empty + " and " + unreadable(column) + " is null";
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.STRING;
  }
}
