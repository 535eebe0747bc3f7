package dev.maitred.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small folder of vectors: one request that botocore signed, and four texts. */
class ConformanceTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void countsWhatWasMet() throws Exception {
    assertThat(run(vectors())).isZero();
    assertThat(lines())
        .containsExactly(
            "sigv4: 2 signed requests accepted, 29 mutations refused, 0 failed",
            "json, wire: 1 answered either way, 2 refused, 1 accepted, 0 failed",
            "json, policy: 1 answered either way, 2 refused, 1 accepted, 0 failed");
  }

  @Test
  void saysWhatWasNotMet(@TempDir Path copy) throws Exception {
    copy(vectors(), copy);
    Path signed = copy.resolve("sigv4/list-users/header-signed-request.txt");
    Files.writeString(signed, Files.readString(signed).replace("ListUsers", "ListRoles"));
    Files.writeString(copy.resolve("json/y_nothing.json"), "");
    Files.writeString(copy.resolve("json/n_number.json"), "1");

    assertThat(run(copy)).isEqualTo(5);
    assertThat(lines())
        .contains("  json, wire: y_nothing.json was refused")
        .contains("  json, policy: n_number.json was accepted")
        .anyMatch(
            line ->
                line.startsWith(
                    "  sigv4: list-users (header) was refused: SIGNATURE_MISMATCH: The request"));
  }

  @Test
  void saysWhichFolderIsMissing(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("sigv4"));
    assertThat(run(folder)).isEqualTo(1);
    assertThat(lines()).containsExactly("There is no folder " + folder.resolve("json") + ".");
  }

  @Test
  void takesNoEmptyFolderForASuccess(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("sigv4"));
    Files.createDirectory(folder.resolve("json"));
    assertThat(run(folder)).isEqualTo(3);
  }

  private int run(Path folder) {
    return Conformance.run(folder, new PrintStream(printed, true, UTF_8));
  }

  private List<String> lines() {
    return printed.toString(UTF_8).lines().toList();
  }

  private static Path vectors() throws URISyntaxException {
    URL vectors = ConformanceTest.class.getResource("vectors");
    return Path.of(vectors.toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }
}
