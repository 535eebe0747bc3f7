package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Features.Categories;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 6,000 words of 8 rows each, of which the last has some more. */
class KnownColumnTest {

  private static final int WORDS = 6_000;
  private static final int ROWS = 8 * WORDS;

  @Test
  void onlyTheMostFrequentOfManyWordsAreKnown() {
    var column =
        Categories.of(
            "BRAND",
            IntStream.range(0, ROWS + 3)
                .mapToObj(row -> List.of("w%04d".formatted(row < ROWS ? row % WORDS : WORDS - 1)))
                .toList());
    var known = KnownColumn.Words.of(column);
    assertThat(known.size()).isEqualTo(KnownColumn.Words.MOST);
    assertThat(known.of("w0000").toArray()).containsExactly(0);
    assertThat(known.of("w5999").toArray()).containsExactly(KnownColumn.Words.MOST - 1);
    assertThat(known.of("w5998").toArray()).isEmpty();
  }
}
