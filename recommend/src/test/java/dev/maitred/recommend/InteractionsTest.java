package dev.maitred.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InteractionsTest {

  @Test
  void sortsByUserThenTimeThenOrderGiven() {
    var data =
        Interactions.of(
            3, 6, new int[] {2, 0, 2, 0, 2}, new int[] {5, 4, 3, 2, 1}, new long[] {9, 7, 8, 7, 8});
    assertThat(data.history(0)).containsExactly(4, 2);
    assertThat(data.history(1)).isEmpty();
    assertThat(data.history(2)).containsExactly(3, 1, 5);
    assertThat(data.time()).containsExactly(7, 7, 8, 8, 9);
  }

  @Test
  void keepsTheOldestEvents() {
    var data =
        Interactions.of(
            2, 4, new int[] {0, 0, 0, 1}, new int[] {0, 1, 2, 3}, new long[] {1, 2, 3, 4});
    Interactions less = data.oldest(user -> user == 0 ? 2 : 0);
    assertThat(less.history(0)).containsExactly(0, 1);
    assertThat(less.history(1)).isEmpty();
    assertThat(less.items()).isEqualTo(4);
  }

  @Test
  void refusesNumbersOutOfRangeAndColumnsOfDifferentLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interactions.of(1, 1, new int[] {1}, new int[] {0}, new long[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interactions.of(1, 1, new int[] {0}, new int[] {-1}, new long[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interactions.of(1, 1, new int[] {0}, new int[] {0}, new long[] {}));
  }
}
