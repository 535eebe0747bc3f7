package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Twenty users and twenty items of which even users had all even items and odd users all odd ones,
 * but for one each: the one that a recommender must find.
 */
final class Checkerboard {

  static final int USERS = 20;
  static final int ITEMS = 20;
  static final Interactions DATA = data();

  private Checkerboard() {}

  /** The item of the user's colour that the user has not had. */
  static int heldOut(int user) {
    return user;
  }

  /** What is known of the items: their colour; nothing of further items. */
  static Features described(int items) {
    return new Features(
        items,
        List.of(
            new Features.Texts(
                "DESCRIPTION",
                IntStream.range(0, items)
                    .mapToObj(item -> item >= ITEMS ? "" : item % 2 == 0 ? "a white" : "the black")
                    .toList())));
  }

  private static Interactions data() {
    int[][] events =
        IntStream.range(0, USERS)
            .boxed()
            .flatMap(
                user ->
                    IntStream.range(0, ITEMS)
                        .map(step -> (user + step) % ITEMS)
                        .filter(item -> item % 2 == user % 2 && item != heldOut(user))
                        .mapToObj(item -> new int[] {user, item}))
            .toArray(int[][]::new);
    return Interactions.of(
        USERS,
        ITEMS,
        IntStream.range(0, events.length).map(at -> events[at][0]).toArray(),
        IntStream.range(0, events.length).map(at -> events[at][1]).toArray(),
        IntStream.range(0, events.length).asLongStream().toArray());
  }
}
