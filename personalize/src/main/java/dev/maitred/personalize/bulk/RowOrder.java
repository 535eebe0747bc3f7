package dev.maitred.personalize.bulk;

import dev.maitred.personalize.schema.DatasetType;
import java.util.List;

/**
 * How the rows of a type of dataset are sorted, and with that whether they are events, of which a
 * user has many, or records, of which an id has one.
 */
public enum RowOrder {
  BY_USER_AND_TIME("USER_ID", "TIMESTAMP"),
  BY_ITEM("ITEM_ID"),
  BY_USER("USER_ID"),
  BY_ACTION("ACTION_ID");

  private final List<String> columns;

  RowOrder(String... columns) {
    this.columns = List.of(columns);
  }

  public static RowOrder of(DatasetType type) {
    return switch (type) {
      case INTERACTIONS, ACTION_INTERACTIONS -> BY_USER_AND_TIME;
      case ITEMS -> BY_ITEM;
      case USERS -> BY_USER;
      case ACTIONS -> BY_ACTION;
    };
  }

  /** Whether rows are events. */
  public boolean isEvents() {
    return this == BY_USER_AND_TIME;
  }

  /** The columns to sort by; for records the one that tells them apart. */
  public List<String> columns() {
    return columns;
  }
}
