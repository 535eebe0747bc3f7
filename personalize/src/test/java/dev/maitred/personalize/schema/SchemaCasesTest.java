package dev.maitred.personalize.schema;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.personalize.model.Domain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each file under {@code cases/schema/RULE/} is a schema and the message it is refused with. */
class SchemaCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/schema");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> dynamicTest(CASES.relativize(file).toString(), () -> check(file)))
          .toList();
    }
  }

  @Test
  void readsWhatTheColumnsAre() {
    RecordSchema schema =
        RecordSchema.parse(
            """
            {"type": "record", "name": "Items", "fields": [
              {"name": "ITEM_ID", "type": "string"},
              {"name": "GENRES", "type": ["null", "string"], "categorical": true},
              {"name": "PLOT", "type": ["string"], "textual": true},
              {"name": "CREATION_TIMESTAMP", "type": "long"}]}""");
    assertThat(schema.fields())
        .containsExactly(
            new SchemaField("ITEM_ID", SchemaField.Type.STRING, false, false, false, false),
            new SchemaField("GENRES", SchemaField.Type.STRING, true, true, false, false),
            new SchemaField("PLOT", SchemaField.Type.STRING, false, false, true, false),
            new SchemaField(
                "CREATION_TIMESTAMP", SchemaField.Type.LONG, false, false, false, false));
  }

  private static void check(Path file) {
    JsonNode json = JsonMapper.shared().readTree(file.toFile());
    JsonNode schema = json.get("schema");
    String text = schema.isString() ? schema.asString() : schema.toString();
    Optional<Domain> domain =
        json.optional("domain").map(name -> Domain.fromValue(name.asString()));
    if (json.has("refused")) {
      refused(
          "InvalidInputException", json.get("refused").asString(), () -> validate(text, domain));
    } else {
      validate(text, domain);
    }
  }

  private static void validate(String text, Optional<Domain> domain) {
    SchemaRules.check(RecordSchema.parse(text), domain);
  }
}
