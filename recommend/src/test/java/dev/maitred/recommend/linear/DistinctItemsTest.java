package dev.maitred.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** User 0 has items 3, 1, 3; user 1, a machine, has items 0 to 999 in that order. */
class DistinctItemsTest {

  private static final int ITEMS = 1_000;
  private static final Interactions DATA =
      Interactions.of(
          2,
          ITEMS,
          IntStream.range(0, 3 + ITEMS).map(at -> at < 3 ? 0 : 1).toArray(),
          IntStream.range(0, 3 + ITEMS).map(at -> at < 3 ? 3 - 2 * (at % 2) : at - 3).toArray(),
          IntStream.range(0, 3 + ITEMS).asLongStream().toArray());

  @Test
  void allItemsCountWhereTheirPairsAreFewEnough() {
    var had = DistinctItems.of(DATA);
    assertThat(had.ofUser()[0]).containsExactly(1, 3);
    assertThat(had.ofUser()[1]).isEqualTo(IntStream.range(0, ITEMS).toArray());
    assertThat(had.usersOf()[1]).containsExactly(0, 1);
  }

  @Test
  void theNewestCountWhereTheyAreNot() {
    var had = DistinctItems.newest(DATA, 1 << 30, 10_000);
    assertThat(had.ofUser()[0]).containsExactly(1, 3);
    assertThat(had.ofUser()[1]).isEqualTo(IntStream.range(ITEMS - 128, ITEMS).toArray());
    assertThat(had.usersOf()[1]).containsExactly(0);
  }
}
