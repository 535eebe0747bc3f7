package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  /** Events that all happen at once: nobody was there later than others. */
  private static final IntUnaryOperator AT_ONCE = event -> 0;

  @Test
  void holdsOutAllThatHappenedLatelyWhereUsersComeAndGo() {
    Interactions all = users(50_000, 4, event -> event);
    var heldOut = HeldOut.of(TrainingData.of(all), 1);
    assertThat(heldOut.cases()).hasSizeGreaterThan(100);
    int[] events = counts(heldOut);
    int known = 50_000 - heldOut.cases().size();
    assertThat(Arrays.copyOf(events, known)).containsOnly(4);
    // The first of those who were there lately had his last event when that time began.
    assertThat(events[known]).isEqualTo(3);
    assertThat(Arrays.copyOfRange(events, known + 1, events.length)).containsOnly(0);
  }

  @Test
  void asksNowEarlyInAHistoryAndNowLate() {
    var heldOut = HeldOut.of(TrainingData.of(users(50_000, 4, event -> event)), 1);
    assertThat(heldOut.cases().stream().map(held -> held.next() % 4).distinct())
        .containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void holdsOutOneOfTheLastEventsAndAllThatCameAfterItWhereUsersStay() {
    Interactions all = users(15_000, 10, AT_ONCE);
    var heldOut = HeldOut.of(TrainingData.of(all), 1);
    assertThat(heldOut.cases()).hasSize(2_000);
    int[] events = counts(heldOut);
    assertThat(Arrays.stream(events).filter(count -> count == 10)).hasSize(13_000);
    for (int count = 6; count < 10; count++) {
      int kept = count;
      assertThat(Arrays.stream(events).filter(held -> held == kept).count()).isBetween(420L, 580L);
    }
  }

  @Test
  void foreseesWhatCameRightAfterTheEventsThatAreAskedWith() {
    for (IntUnaryOperator time : new IntUnaryOperator[] {AT_ONCE, event -> event}) {
      var heldOut = HeldOut.of(TrainingData.of(users(50_000, 4, time)), 1);
      assertThat(heldOut.cases()).isNotEmpty();
      for (HeldOut.Case held : heldOut.cases()) {
        int[] history = held.asked().history();
        // The items of a user are consecutive numbers.
        assertThat(held.next()).isEqualTo(history[history.length - 1] + 1);
        assertThat(heldOut.training().events().history(held.next() / 4))
            .doesNotContain(held.next());
      }
    }
  }

  @Test
  void holdsOutTheLastEventsWhereDataAreFew() {
    Interactions all = users(20, 5, AT_ONCE);
    assertThat(counts(HeldOut.of(TrainingData.of(all), 1))).containsOnly(4);
  }

  @Test
  void leavesEveryUserWhoStaysAnEvent() {
    Interactions all = users(60_000, 2, AT_ONCE);
    assertThat(counts(HeldOut.of(TrainingData.of(all), 1))).containsOnly(1, 2);
    assertThat(HeldOut.of(TrainingData.of(users(7, 1, AT_ONCE)), 1).cases()).isEmpty();
  }

  private static int[] counts(HeldOut heldOut) {
    Interactions left = heldOut.training().events();
    return IntStream.range(0, left.users()).map(left::events).toArray();
  }

  /** Users with so many events, of items that nobody else has. */
  private static Interactions users(int users, int events, IntUnaryOperator time) {
    int all = users * events;
    return new Interactions(
        users,
        all,
        IntStream.rangeClosed(0, users).map(user -> user * events).toArray(),
        IntStream.range(0, all).toArray(),
        IntStream.range(0, all).map(time).asLongStream().toArray());
  }
}
