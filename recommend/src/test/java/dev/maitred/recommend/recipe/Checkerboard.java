package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
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

  static final int ACTIONS = 4;

  /** The same with the colour of items, and what users of a colour do about actions of one. */
  static final TrainingData ALL = with(DATA);

  private Checkerboard() {}

  /** Events with the colour of their items, and with actions: taken by users of their colour. */
  static TrainingData with(Interactions data) {
    List<List<String>> colours =
        IntStream.range(0, data.items()).mapToObj(item -> List.of(colour(item))).toList();
    var items = new Features(data.items(), List.of(Categories.of("COLOUR", colours)));
    return new TrainingData(data, items, Features.none(data.users())).with(actions(data.users()));
  }

  static String colour(int number) {
    return number % 2 == 0 ? "black" : "white";
  }

  private static Actions actions(int users) {
    int each = 6 * ACTIONS;
    var event = IntStream.range(0, users * each);
    int[] user = event.map(at -> at / each).toArray();
    int[] action = IntStream.range(0, users * each).map(at -> at % ACTIONS).toArray();
    Outcome[] outcome =
        IntStream.range(0, users * each)
            .mapToObj(at -> user[at] % 2 == action[at] % 2 ? Outcome.TAKEN : Outcome.NOT_TAKEN)
            .toArray(Outcome[]::new);
    long[] time = IntStream.range(0, users * each).mapToLong(at -> 1_000 + at % each).toArray();
    return Actions.of(Features.none(ACTIONS), users, user, action, outcome, time);
  }

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
