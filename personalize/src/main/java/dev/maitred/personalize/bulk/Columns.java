package dev.maitred.personalize.bulk;

import dev.maitred.personalize.schema.RecordSchema;
import dev.maitred.personalize.schema.SchemaField;
import java.util.List;
import java.util.Optional;

/**
 * A data set's schema as typed columns, in the order of the schema.
 *
 * @param all every column
 */
public record Columns(List<Column> all) {
  private static final int ID_LENGTH = 256;
  private static final int CELL_LENGTH = 1000;
  private static final int TEXT_LENGTH = 20_000;

  public Columns {
    all = List.copyOf(all);
  }

  /**
   * One column.
   *
   * @param required whether every row must have a value
   * @param categorical whether it holds a category, or several joined by {@code |}
   * @param textual whether it holds free text, which is cut to {@link #maxLength} instead of
   *     refused
   * @param itemName whether it holds an item's title
   * @param maxLength the most characters that a string may have (personalize limits)
   */
  public record Column(
      String name,
      ColumnType type,
      boolean required,
      boolean categorical,
      boolean textual,
      boolean itemName,
      int maxLength) {

    /** The name as an SQL identifier. */
    public String sql() {
      return DuckSession.name(name);
    }
  }

  /** Reads the Avro text of a schema that Personalize has accepted. */
  public static Columns of(String avro) {
    return new Columns(RecordSchema.parse(avro).fields().stream().map(Columns::column).toList());
  }

  public Optional<Column> named(String name) {
    return all.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private static Column column(SchemaField field) {
    return new Column(
        field.name(),
        ColumnType.of(field.type()),
        !field.nullable(),
        field.categorical(),
        field.textual(),
        field.itemName(),
        maxLength(field));
  }

  private static int maxLength(SchemaField field) {
    if (field.textual()) {
      return TEXT_LENGTH;
    }
    return switch (field.name()) {
      case "USER_ID", "ITEM_ID", "ACTION_ID" -> ID_LENGTH;
      default -> CELL_LENGTH;
    };
  }
}
