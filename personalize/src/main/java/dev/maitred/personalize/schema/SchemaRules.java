package dev.maitred.personalize.schema;

import static java.util.stream.Collectors.joining;

import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.schema.SchemaField.Type;
import dev.maitred.wire.AwsError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.personalize.model.Domain;

/**
 * What a schema must be beyond a flat Avro record.
 *
 * <p>The record's name says which type of dataset the schema is for, so all rules hold when the
 * schema is made, and a dataset can rely on them. The namespace and the version are not looked at:
 * the guide asks for them and nothing depends on them.
 */
final class SchemaRules {
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_]+");

  private final DatasetType type;
  private final Optional<Domain> domain;
  private final RecordSchema schema;
  private final List<ReservedField> reserved;

  private SchemaRules(DatasetType type, Optional<Domain> domain, RecordSchema schema) {
    this.type = type;
    this.domain = domain;
    this.schema = schema;
    this.reserved = ReservedFields.of(type, domain);
  }

  /**
   * Checks a schema.
   *
   * @param domain absent for a custom dataset group
   * @throws AwsError InvalidInputException with the first rule that is broken
   */
  static void check(RecordSchema schema, Optional<Domain> domain) {
    DatasetType type =
        DatasetType.ofRecord(schema.name())
            .orElseThrow(
                () ->
                    PersonalizeErrors.invalidInput(
                        "The schema's record name %s must be one of %s."
                            .formatted(schema.name(), DatasetType.names())));
    new SchemaRules(type, domain, schema).check();
  }

  private void check() {
    checkDomain();
    checkNames();
    schema.fields().forEach(this::checkAttributes);
    checkAtMostOne("textual", SchemaField::textual);
    checkAtMostOne("itemName", SchemaField::itemName);
    reserved.forEach(this::checkReserved);
    checkGenres();
    checkCounts();
  }

  private void checkDomain() {
    if (domain.isPresent() && !type.inDomains()) {
      throw invalid("can't be: %s belong to custom dataset groups", type.recordName());
    }
  }

  /** Names that differ only in underscores or in case are the same column to Personalize. */
  private void checkNames() {
    Map<String, String> seen = new HashMap<>();
    for (SchemaField field : schema.fields()) {
      String name = field.name();
      if (!FIELD_NAME.matcher(name).matches()) {
        throw PersonalizeErrors.invalidInput(
            "The field name %s must be made of letters, digits and underscores.".formatted(name));
      }
      String other = seen.put(name.replace("_", "").toLowerCase(Locale.ROOT), name);
      if (other != null) {
        throw PersonalizeErrors.invalidInput(
            "The field names %s and %s differ only in underscores or case and must differ in more."
                .formatted(other, name));
      }
    }
  }

  private void checkAttributes(SchemaField field) {
    boolean marked = field.categorical() || field.textual() || field.itemName();
    if (marked && field.type() != Type.STRING) {
      throw PersonalizeErrors.invalidInput(
          "The field %s has the type %s; only a string can be categorical, textual or itemName."
              .formatted(field.name(), field.type().avro()));
    }
    if (field.categorical() && field.textual()) {
      throw PersonalizeErrors.invalidInput(
          "The field %s can't be both categorical and textual.".formatted(field.name()));
    }
    if ((field.textual() || field.itemName()) && type != DatasetType.ITEMS) {
      throw PersonalizeErrors.invalidInput(
          "The field %s is textual or itemName, which only fields of an Items schema can be."
              .formatted(field.name()));
    }
  }

  private void checkAtMostOne(String attribute, Predicate<SchemaField> has) {
    List<SchemaField> fields = schema.fields().stream().filter(has).toList();
    if (fields.size() > 1) {
      throw PersonalizeErrors.invalidInput(
          "The schema has %d %s fields and can have one: %s."
              .formatted(
                  fields.size(),
                  attribute,
                  fields.stream().map(SchemaField::name).collect(joining(", "))));
    }
  }

  private void checkReserved(ReservedField field) {
    Optional<SchemaField> present = schema.field(field.name());
    present.ifPresent(field::check);
    if (present.isEmpty() && field.required()) {
      throw invalid("must have the field %s", field.name());
    }
  }

  /** The guide's table names the column GENRES, its default schema GENRES_L1. */
  private void checkGenres() {
    if (type == DatasetType.ITEMS
        && domain.equals(Optional.of(Domain.VIDEO_ON_DEMAND))
        && schema.field("GENRES").isEmpty()
        && schema.field("GENRES_L1").isEmpty()) {
      throw invalid("must have the field %s", "GENRES");
    }
  }

  private void checkCounts() {
    long own = schema.fields().stream().filter(field -> !isReserved(field)).count();
    if (own > type.maxOwnFields()) {
      throw PersonalizeErrors.invalidInput(
          "The schema has %d metadata fields; a schema for %s can have %d."
              .formatted(own, type.recordName(), type.maxOwnFields()));
    }
    boolean enough =
        switch (type) {
          case ITEMS, ACTIONS -> schema.fields().size() > 1;
          case USERS -> schema.fields().stream().anyMatch(f -> f.categorical() || f.numeric());
          case INTERACTIONS, ACTION_INTERACTIONS -> true;
        };
    if (!enough) {
      throw invalid("must have a metadata field beside %s", schema.fields().getFirst().name());
    }
  }

  private boolean isReserved(SchemaField field) {
    return reserved.stream().anyMatch(known -> known.name().equals(field.name()));
  }

  private AwsError invalid(String rule, String argument) {
    String place = domain.map(d -> " in the domain " + d).orElse("");
    return PersonalizeErrors.invalidInput(
        "A schema for " + type.recordName() + place + " " + rule.formatted(argument) + ".");
  }
}
