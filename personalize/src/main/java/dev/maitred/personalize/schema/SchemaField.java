package dev.maitred.personalize.schema;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/**
 * A column of a dataset.
 *
 * @param name as in the schema, such as {@code ITEM_ID}
 * @param type of the values that are not null
 * @param nullable whether null is among its types
 * @param categorical whether its text is a category, or several joined with {@code |}
 * @param textual whether its text is prose
 * @param itemName whether it holds an item's title
 */
public record SchemaField(
    String name,
    Type type,
    boolean nullable,
    boolean categorical,
    boolean textual,
    boolean itemName) {

  /** The Avro types that a column can have. */
  public enum Type {
    STRING,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN;

    /** Avro's name, such as {@code long}. */
    public String avro() {
      return name().toLowerCase(Locale.ROOT);
    }

    static String names() {
      return Arrays.stream(values()).map(Type::avro).collect(joining(", "));
    }
  }

  /** Whether the values are numbers. */
  public boolean numeric() {
    return type != Type.STRING && type != Type.BOOLEAN;
  }
}
