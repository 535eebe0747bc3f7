package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;

/**
 * The columns of the table {@code staged}. Those of the schema have a blank in their names, which
 * no name in a schema has, so that a column may be called {@code rowid}; a typed one has a second
 * beside it for bad cells.
 */
final class Staged {
  private Staged() {}

  /** The column of cells under their type. */
  static String cell(Column column) {
    return DuckSession.name("cell " + column.name());
  }

  /** The column of cells that could not be read, as they were written. */
  static String unreadable(Column column) {
    return DuckSession.name("unreadable " + column.name());
  }

  /** The column as {@code create table} declares it. */
  static String declaration(Column column) {
    String declared = cell(column) + " " + column.type().sql();
    return isText(column) ? declared : declared + ", " + unreadable(column) + " varchar";
  }

  /** What is read into the column, and beside it, from a cell that is text. */
  static String reading(Column column) {
    String text = column.sql();
    return isText(column)
        ? text
        : "%s, case when %s then %s end"
            .formatted(typed(column), column.type().unreadable(text), text);
  }

  /** The value of a cell that is text; null if it has none. */
  static String typed(Column column) {
    return isText(column)
        ? column.sql()
        : "try_cast(%s as %s)".formatted(column.sql(), column.type().sql());
  }

  /** An SQL condition that holds for an empty cell. */
  static String isEmpty(Column column) {
    String empty = cell(column) + " is null";
    return isText(column) ? empty : empty + " and " + unreadable(column) + " is null";
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.STRING;
  }
}
