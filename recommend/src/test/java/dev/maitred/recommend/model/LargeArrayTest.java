package dev.maitred.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeArrayTest {

  private static final int[] NUMBERS = IntStream.range(0, 70_000).map(at -> at * 31).toArray();

  @TempDir private Path folder;

  @Test
  void leavesInTheFileWhatIsReadInStretches() {
    LargeArray array = ModelReader.read(written(), LargeArrayTest::array);
    assertThat(array.length()).isEqualTo(NUMBERS.length);
    var stretch = new int[9_000];
    for (int from = 0; from < NUMBERS.length; from += stretch.length) {
      int count = Math.min(stretch.length, NUMBERS.length - from);
      array.copy(from, count, stretch);
      for (int at = 0; at < count; at++) {
        assertThat(stretch[at]).isEqualTo(NUMBERS[from + at]);
      }
    }
  }

  @Test
  void refusesADamagedStretchAndNoOther() throws Exception {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    LargeArray array = ModelReader.read(file, LargeArrayTest::array);
    var stretch = new int[100];
    array.copy(0, 100, stretch);
    assertThat(stretch[99]).isEqualTo(NUMBERS[99]);
    assertThatExceptionOfType(DamagedModel.class)
        .isThrownBy(() -> array.copy(NUMBERS.length / 2, 100, stretch))
        .withMessageContaining("is damaged");
  }

  @Test
  void refusesAtOnceToReadADamagedArrayToMemory() throws Exception {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatExceptionOfType(DamagedModel.class)
        .isThrownBy(
            () ->
                ModelReader.read(
                    file,
                    in -> {
                      in.getInt();
                      return in.getInts();
                    }))
        .withMessageContaining("is damaged");
  }

  @Test
  void refusesEveryAlterationOutsideOfIt() throws Exception {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    int head = Long.BYTES + Integer.BYTES; // that of another layout is told so
    int content = head + 2 * Integer.BYTES + "test".length() + Integer.BYTES;
    int tail = content + NUMBERS.length * Integer.BYTES;
    int[] places =
        IntStream.concat(IntStream.range(head, content), IntStream.range(tail, bytes.length))
            .toArray();
    for (int at : places) {
      byte[] altered = bytes.clone();
      altered[at] ^= 4;
      Files.write(file, altered);
      assertThatExceptionOfType(DamagedModel.class)
          .as("byte %d", at)
          .isThrownBy(() -> ModelReader.read(file, LargeArrayTest::array))
          .withMessageContaining("is damaged");
    }
  }

  private static LargeArray array(ModelReader in) {
    assertThat(in.getInt()).isEqualTo(5);
    assertThat(in.largeNext()).isTrue();
    LargeArray array = in.getLarge();
    assertThat(in.getText()).isEqualTo("end");
    return array;
  }

  private Path written() {
    Path file = folder.resolve("model");
    ModelWriter.write(
        file,
        "test",
        out -> {
          out.putInt(5);
          out.putInts(NUMBERS);
          out.putText("end");
        });
    return file;
  }
}
