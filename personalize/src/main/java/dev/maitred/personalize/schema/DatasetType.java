package dev.maitred.personalize.schema;

import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.resource.PersonalizeErrors;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of dataset; a dataset group has at most one of each.
 *
 * <p>The limits are those of the guide's page on quotas: columns of the user's own, beside the
 * reserved ones.
 */
public enum DatasetType {
  INTERACTIONS("Interactions", 5),
  ITEMS("Items", 100),
  USERS("Users", 25),
  ACTIONS("Actions", 10),
  ACTION_INTERACTIONS("Action_Interactions", 5);

  private final String recordName;
  private final int maxOwnFields;

  DatasetType(String recordName, int maxOwnFields) {
    this.recordName = recordName;
    this.maxOwnFields = maxOwnFields;
  }

  /** The type that an input names, in any case of letters. */
  public static DatasetType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                PersonalizeErrors.invalidInput(
                    "The dataset type " + name + " is not one of " + names() + "."));
  }

  /** The type whose schemas have this record name; case and underscores do not count. */
  public static Optional<DatasetType> ofRecord(String recordName) {
    return Arrays.stream(values())
        .filter(type -> plain(type.recordName).equals(plain(recordName)))
        .findFirst();
  }

  /** The name that a schema's record has, such as {@code Action_Interactions}. */
  public String recordName() {
    return recordName;
  }

  /** Whether datasets of this type may be in a group with a domain. */
  public boolean inDomains() {
    return this != ACTIONS && this != ACTION_INTERACTIONS;
  }

  int maxOwnFields() {
    return maxOwnFields;
  }

  static String names() {
    return Arrays.stream(values()).map(type -> type.recordName).collect(joining(", "));
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
