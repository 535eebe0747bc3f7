package dev.maitred.personalize.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTest {
  @TempDir Path dir;

  @Test
  void findsEveryIdAndNoOther() throws IOException {
    List<String> ids =
        Stream.concat(
                IntStream.range(0, 3000).mapToObj(number -> "item-" + number * 7),
                Stream.of("", "é", "ç|a b", "日本", "🎬", "zz", "Z"))
            .sorted(
                (a, b) ->
                    Arrays.compareUnsigned(
                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
            .toList();

    Dictionary dictionary = written(ids);

    assertThat(dictionary.size()).isEqualTo(ids.size());
    for (int number = 0; number < ids.size(); number++) {
      assertThat(dictionary.number(ids.get(number))).isEqualTo(number);
      assertThat(dictionary.id(number)).isEqualTo(ids.get(number));
    }
    assertThat(Stream.of("item-", "item-1", "item-00", "a", "zzz", "日", "ê"))
        .allSatisfy(unknown -> assertThat(dictionary.number(unknown)).isNegative());
  }

  @Test
  void canBeEmpty() throws IOException {
    assertThat(written(List.of()).number("anything")).isNegative();
  }

  private Dictionary written(List<String> ids) throws IOException {
    Path file = dir.resolve("ids");
    Dictionary.write(file, ids);
    return Dictionary.open(file);
  }
}
