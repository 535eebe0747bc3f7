package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users of even number have item 0, the others item 1. */
class LiftTest {

  private static final int USERS = 400;

  @Test
  void aColumnThatTellsNothingTakesNoRoom() {
    // There is room for a hundred values of so many items.
    int items = 500_000;
    var data =
        new TrainingData(
            events(items, Features.none(USERS)),
            Features.none(items),
            new Features(USERS, List.of(column("NUMBER", USERS), column("PARITY", 2))));
    assertThat(Lift.of(data).ofUsers()).containsOnlyKeys("PARITY");
  }

  @Test
  void aColumnOfUsersAndOneOfRequestsMayHaveOneName() {
    // The user's place says which item it will be, the request's place nothing.
    var users = new Features(USERS, List.of(column("PLACE", 2)));
    var requests =
        new Features(
            USERS,
            List.of(
                Categories.of(
                    "PLACE",
                    IntStream.range(0, USERS).mapToObj(at -> List.of("w" + at / 2 % 2)).toList())));
    Lift lift = Lift.of(new TrainingData(events(2, requests), Features.none(2), users));
    assertThat(first(lift, Map.of("PLACE", "w0"), Map.of())).isPositive();
    assertThat(first(lift, Map.of("PLACE", "w1"), Map.of())).isNegative();
    assertThat(first(lift, Map.of(), Map.of("PLACE", "w0"))).isZero();
    assertThat(first(lift, Map.of(), Map.of("PLACE", "w1"))).isZero();
    assertThat(first(lift, Map.of("PLACE", "w0"), Map.of("PLACE", "w1"))).isPositive();
  }

  private static float first(Lift lift, Map<String, String> user, Map<String, String> request) {
    var into = new float[2][1];
    lift.says(Asked.of(new int[0]).by(user, request), new Scratch(2))
        .fill(new int[] {0}, 0, 1, into);
    return into[0][0];
  }

  private static Categories column(String name, int words) {
    return Categories.of(
        name, IntStream.range(0, USERS).mapToObj(at -> List.of("w" + at % words)).toList());
  }

  private static Interactions events(int items, Features context) {
    int[] at = IntStream.range(0, USERS).toArray();
    return Interactions.of(
        USERS,
        items,
        at,
        IntStream.of(at).map(user -> user % 2).toArray(),
        IntStream.of(at).asLongStream().toArray(),
        context);
  }
}
