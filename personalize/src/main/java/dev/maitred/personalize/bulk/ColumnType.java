package dev.maitred.personalize.bulk;

import dev.maitred.personalize.schema.SchemaField;

/** The types that a field of a Personalize schema can have, and how a CSV cell of each is read. */
public enum ColumnType {
  STRING("varchar", "a string", "false"),
  INT("integer", "a whole number of 32 bits", notWhole("integer")),
  LONG("bigint", "a whole number of 64 bits", notWhole("bigint")),
  FLOAT("float", "a number", notFinite("float")),
  DOUBLE("double", "a number", notFinite("double")),
  BOOLEAN("boolean", "true or false, in lower case", "%1$s not in ('true', 'false')");

  private final String sql;
  private final String wanted;
  private final String unreadable;

  ColumnType(String sql, String wanted, String unreadable) {
    this.sql = sql;
    this.wanted = wanted;
    this.unreadable = unreadable;
  }

  static ColumnType of(SchemaField.Type type) {
    return valueOf(type.name());
  }

  /** The type's name in DuckDB. */
  public String sql() {
    return sql;
  }

  /** What a cell must hold, in words. */
  public String wanted() {
    return wanted;
  }

  /** An SQL condition that holds where the text {@code expression} is no value of this type. */
  public String unreadable(String expression) {
    return "(%1$s is not null and (%2$s))".formatted(expression, unreadable.formatted(expression));
  }

  // What is written as the number itself would be, nearly all cells, is spared the slow comparison.
  private static String notWhole(String type) {
    String number = "try_cast(%1$s as " + type + ")";
    return "case when cast("
        + number
        + " as varchar) = %1$s then false else "
        + "not regexp_full_match(%1$s, '[+-]?[0-9]+') or "
        + number
        + " is null end";
  }

  private static String notFinite(String type) {
    return "coalesce(not isfinite(try_cast(%1$s as " + type + ")), true)";
  }
}
