package dev.maitred.personalize.schema;

import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.schema.SchemaField.Type;
import java.util.List;

/**
 * A column whose name has a meaning to Personalize.
 *
 * @param types the types it may have
 * @param nullable whether null may be among its types
 * @param mark what its attributes must be
 */
record ReservedField(String name, List<Type> types, boolean required, boolean nullable, Mark mark) {

  /** The attributes of a reserved column. */
  enum Mark {
    PLAIN,
    CATEGORICAL,
    TEXTUAL,
    ANY
  }

  static ReservedField required(String name, Type... types) {
    return new ReservedField(name, List.of(types), true, false, Mark.PLAIN);
  }

  static ReservedField optional(String name, Type... types) {
    return new ReservedField(name, List.of(types), false, false, Mark.PLAIN);
  }

  static ReservedField category(String name) {
    return new ReservedField(name, List.of(Type.STRING), false, true, Mark.CATEGORICAL);
  }

  static ReservedField prose(String name) {
    return new ReservedField(name, List.of(Type.STRING), false, true, Mark.TEXTUAL);
  }

  /** The same column, which must be there and hold a value in every row. */
  ReservedField andRequired() {
    return new ReservedField(name, types, true, false, mark);
  }

  /** The same column, which may also be null. */
  ReservedField orNull() {
    return new ReservedField(name, types, required, true, mark);
  }

  /** The same column, with whatever attributes. */
  ReservedField markedAnyhow() {
    return new ReservedField(name, types, required, nullable, Mark.ANY);
  }

  /**
   * Checks the field of this name in a schema.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException
   */
  void check(SchemaField field) {
    if (!types.contains(field.type())) {
      throw wrong(
          "has the type %s and must have the type %s".formatted(field.type().avro(), typeNames()));
    }
    if (field.nullable() && !nullable) {
      throw wrong("must not be null");
    }
    checkMark(field);
  }

  private void checkMark(SchemaField field) {
    switch (mark) {
      case PLAIN -> {
        if (field.categorical() || field.textual()) {
          throw wrong("must be neither categorical nor textual");
        }
      }
      case CATEGORICAL -> {
        if (!field.categorical()) {
          throw wrong("must be categorical");
        }
      }
      case TEXTUAL -> {
        if (!field.textual()) {
          throw wrong("must be textual");
        }
      }
      case ANY -> {}
    }
  }

  private RuntimeException wrong(String how) {
    return PersonalizeErrors.invalidInput("The reserved field %s %s.".formatted(name, how));
  }

  private String typeNames() {
    return types.stream().map(Type::avro).collect(joining(" or "));
  }
}
