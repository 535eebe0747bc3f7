package dev.maitred.personalize.schema;

import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.schema.SchemaField.Type;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The Avro record of a dataset: flat, its fields in the order of the text.
 *
 * @param name the record's name, which says what type of dataset it is for
 */
public record RecordSchema(String name, List<SchemaField> fields) {
  public RecordSchema {
    fields = List.copyOf(fields);
  }

  /**
   * Reads the text of a schema.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException if it is not a flat Avro record
   */
  public static RecordSchema parse(String text) {
    Schema avro = avro(text);
    if (avro.getType() != Schema.Type.RECORD) {
      throw PersonalizeErrors.invalidInput(
          "Input is not a valid Avro schema: its type is %s and must be record."
              .formatted(avro.getType().getName()));
    }
    return new RecordSchema(
        avro.getName(), avro.getFields().stream().map(RecordSchema::field).toList());
  }

  /** The field of that name. */
  public Optional<SchemaField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static Schema avro(String text) {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw PersonalizeErrors.invalidInput("Input is not a valid Avro schema: " + reason(e));
    }
  }

  /** What Avro says, or that it is no JSON, which Avro says by the name of its parser's class. */
  private static String reason(AvroRuntimeException e) {
    return e.getCause() instanceof IOException
        ? "it is not JSON."
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static SchemaField field(Schema.Field field) {
    List<Schema> types = branches(field.schema());
    List<Schema> values =
        types.stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (values.size() != 1) {
      throw PersonalizeErrors.invalidInput(
          "The field %s must have one type, or a union of one type and null."
              .formatted(field.name()));
    }
    return new SchemaField(
        field.name(),
        type(field.name(), values.getFirst()),
        types.size() > values.size(),
        flag(field, "categorical"),
        flag(field, "textual"),
        flag(field, "itemName"));
  }

  private static List<Schema> branches(Schema type) {
    return type.getType() == Schema.Type.UNION ? type.getTypes() : List.of(type);
  }

  private static Type type(String field, Schema schema) {
    return Arrays.stream(Type.values())
        .filter(type -> type.avro().equals(schema.getType().getName()))
        .findFirst()
        .orElseThrow(
            () ->
                PersonalizeErrors.invalidInput(
                    "The field %s has the type %s and must have one of %s."
                        .formatted(field, schema.getType().getName(), Type.names())));
  }

  private static boolean flag(Schema.Field field, String attribute) {
    Object value = field.getObjectProp(attribute);
    if (value != null && !(value instanceof Boolean)) {
      throw PersonalizeErrors.invalidInput(
          "The attribute %s of the field %s must be true or false."
              .formatted(attribute, field.name()));
    }
    return Boolean.TRUE.equals(value);
  }
}
