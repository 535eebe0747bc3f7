package dev.maitred.personalize.interactions;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.bulk.DuckSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A column of a dataset that training reads, and what it becomes there.
 *
 * <p>Of strings only those that are categorical, textual or an item's title are read (developer
 * guide, choosing the columns used for training), and the event type.
 *
 * @param name the name in the schema
 */
public record FeatureColumn(String name, Kind kind) {

  /** What a column becomes. */
  public enum Kind {
    /** Any number of words a row, joined by {@code |}. */
    WORDS,
    /** One word a row, whatever is in it. */
    WORD,
    NUMBER,
    TEXT
  }

  /** The columns that training reads of a schema, in its order, but for those that are left out. */
  public static List<FeatureColumn> of(Columns columns, Predicate<String> used) {
    return columns.all().stream()
        .filter(column -> used.test(column.name()))
        .map(FeatureColumn::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<FeatureColumn> of(Column column) {
    if (column.name().equals("TIMESTAMP")) {
      return Optional.empty();
    }
    return kind(column).map(kind -> new FeatureColumn(column.name(), kind));
  }

  private static Optional<Kind> kind(Column column) {
    if (column.type() == ColumnType.BOOLEAN || column.name().equals("EVENT_TYPE")) {
      return Optional.of(Kind.WORD);
    }
    if (column.type() != ColumnType.STRING) {
      return Optional.of(Kind.NUMBER);
    }
    if (column.categorical()) {
      return Optional.of(Kind.WORDS);
    }
    return column.textual() || column.itemName() ? Optional.of(Kind.TEXT) : Optional.empty();
  }

  /** The type that it has while it is staged. */
  String staged() {
    return kind == Kind.NUMBER ? "double" : "varchar";
  }

  /** The SQL expression that reads it from a file of the dataset. */
  String reading() {
    return "cast(%s as %s)".formatted(DuckSession.name(name), staged());
  }
}
