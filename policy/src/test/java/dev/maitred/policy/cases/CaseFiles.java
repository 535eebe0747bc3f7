package dev.maitred.policy.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The files of one folder of case tables. */
final class CaseFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CaseFiles() {}

  /** Every row below {@code folder}, a folder of {@code src/test/resources/cases}. */
  static Stream<Case> below(String folder) throws IOException {
    return files(folder).stream()
        .flatMap(file -> file.get("cases").valueStream().map(row -> new Case(file, row)));
  }

  static List<JsonNode> files(String folder) throws IOException {
    Path root = Path.of("src/test/resources/cases", folder);
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.toString().endsWith(".json"))
          .sorted()
          .map(path -> MAPPER.readTree(path.toFile()))
          .toList();
    }
  }
}
