package dev.maitred.recommend.model;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTest {

  @TempDir private Path folder;

  private byte[] written() throws IOException {
    ModelWriter.write(folder.resolve("model"), "test", out -> out.putInt(1));
    return Files.readAllBytes(folder.resolve("model"));
  }

  private void assertRefuses(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("other"), content);
    assertThatExceptionOfType(DamagedModel.class)
        .isThrownBy(() -> ModelReader.read(file, ModelReader::getInt))
        .withMessageContaining(message);
  }

  /** A layout whose end this program does not know. */
  @Test
  void tellsTheLayoutThatItDoesNotRead() throws IOException {
    byte[] content = Arrays.copyOf(written(), 40);
    content[Long.BYTES] = 99;
    assertRefuses(content, "is a model file of layout 99");
  }

  @Test
  void tellsAFileThatIsNoModel() throws IOException {
    assertRefuses(
        "PK and so on, a file of another kind".getBytes(StandardCharsets.UTF_8),
        "is not a model file");
    assertRefuses(new byte[0], "is not a model file");
  }

  @Test
  void refusesAFileCutOffAnywhere() throws IOException {
    byte[] content = written();
    for (int length = Long.BYTES + Integer.BYTES; length < content.length; length++) {
      assertRefuses(Arrays.copyOf(content, length), "is damaged");
    }
  }
}
