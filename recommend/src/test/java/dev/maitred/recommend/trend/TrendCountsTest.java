package dev.maitred.recommend.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendCountsTest {

  private static final int ITEMS = 6;
  private static final int INTERVAL = 100;

  @Test
  void countsTheTwoIntervalsThatEndAtTheNewestEvent() {
    var counts = TrendCounts.of(events(new int[] {2, 2, 2, 3, 3}, 1_000, 901, 900, 801, 800), 100);
    assertThat(counts.last()).containsExactly(0, 0, 2, 0, 0, 0);
    assertThat(counts.before()).containsExactly(0, 0, 1, 1, 0, 0);
  }

  @Test
  void growthIsTheDifferenceInUnitsOfItsOwnChance() {
    int[] items = IntStream.range(0, 14).map(at -> at < 9 ? 1 : 4).toArray();
    long[] times = IntStream.range(0, 14).mapToLong(at -> at < 4 || at == 9 ? 50 : 150).toArray();
    times[8] = 199;
    float[] growth = TrendCounts.of(events(items, times), INTERVAL).growth();
    assertThat(growth[1]).isEqualTo((float) (1 / Math.sqrt(10)));
    assertThat(growth[4]).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_000_000_000L, 0, 1, 3_600, 987_654_321_987L})
  void theHourOfTheDayDoesNotCount(long shift) {
    int[] items = {1, 1, 1, 1, 1, 1, 2, 2};
    long[] times = {0, 10, 120, 130, 140, 150, 40, 199};
    long[] later = Arrays.stream(times).map(time -> time + shift).toArray();
    assertThat(TrendCounts.of(events(items, later), INTERVAL).growth())
        .containsExactly(TrendCounts.of(events(items, times), INTERVAL).growth());
  }

  /**
   * However a stream is cut up, and in whatever order it comes, the counts are those of the whole.
   */
  @Test
  void advancingByPiecesCountsLikeTheWhole() {
    var random = new SplittableRandom(3);
    int[] items = random.ints(400, 0, ITEMS).toArray();
    long[] times = random.longs(400, 0, 1_000).toArray();
    var whole = TrendCounts.of(events(items, times), INTERVAL);
    var pieces = TrendCounts.of(events(new int[0]), INTERVAL);
    for (int from = 0; from < 400; from += 16) {
      pieces =
          pieces.advanced(
              Arrays.copyOfRange(items, from, from + 16),
              Arrays.copyOfRange(times, from, from + 16));
    }
    assertThat(pieces).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void anEventOfAnUnknownItemMovesTheWindowsOnly() {
    var counts = TrendCounts.of(events(new int[] {1}, 100), INTERVAL);
    assertThat(counts.advanced(new int[] {-1, 77}, new long[] {150, 210}).before())
        .containsExactly(0, 1, 0, 0, 0, 0);
  }

  @Test
  void timeAloneForgets() {
    var counts = TrendCounts.of(events(new int[] {1, 1}, 100, 180), INTERVAL);
    assertThat(counts.at(290).last()).containsOnly(0);
    assertThat(counts.at(290).before()[1]).isEqualTo(2);
    assertThat(counts.at(301).before()[1]).isEqualTo(1);
    assertThat(counts.at(1_000).item()).isEmpty();
    assertThat(counts.at(20)).usingRecursiveComparison().isEqualTo(counts);
  }

  private static Interactions events(int[] items, long... times) {
    return Interactions.of(1, ITEMS, new int[items.length], items, times);
  }
}
