package dev.maitred.recommend.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {

  @Test
  void selectsWhatAFullSortSelects() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 300; round++) {
      var scores = new float[random.nextInt(60)];
      for (int item = 0; item < scores.length; item++) {
        scores[item] = random.nextInt(12);
      }
      int limit = random.nextInt(70);
      int[] sorted =
          IntStream.range(0, scores.length)
              .filter(item -> item % 5 != 2)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer item) -> -scores[item]))
              .limit(limit)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(TopItems.select(scores, limit, item -> item % 5 != 2)).containsExactly(sorted);
    }
  }

  @Test
  void neverSelectsNaNOrMinusInfinity() {
    float[] scores = {
      Float.NaN, 1, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN, -3
    };
    assertThat(TopItems.select(scores, 6, item -> true)).containsExactly(3, 1, 5);
    assertThat(TopItems.select(scores, 2, item -> true)).containsExactly(3, 1);
  }

  @Test
  void selectsNothingOfNothing() {
    assertThat(TopItems.select(new float[0], 5, item -> true)).isEmpty();
    assertThat(TopItems.select(new float[] {1, 2}, 0, item -> true)).isEmpty();
    assertThat(TopItems.first(new int[] {4, 2, 9}, 2, item -> item != 2)).containsExactly(4, 9);
  }

  @Test
  void asksTheFilterOnlyForItemsThatCouldEnter() {
    var scores = new float[1_000];
    scores[0] = 2;
    scores[1] = 1;
    var asked = new int[1];
    TopItems.select(
        scores,
        2,
        item -> {
          asked[0]++;
          return true;
        });
    assertThat(asked[0]).isEqualTo(2);
  }
}
