package dev.maitred.server.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data of the story: who did what, and what the items are called.
 *
 * @param origin one line that says where the data are from
 * @param interactions the interactions, in the order of the file
 * @param titles gives an item's title for people
 */
record Catalogue(String origin, List<Interaction> interactions, Titles titles) {
  private static final int ENOUGH_TO_HAVE_A_TASTE = 15;

  /** One line of the interactions data set; {@code timestamp} in epoch seconds. */
  record Interaction(String user, String item, long timestamp) {}

  /** Names items for people. */
  interface Titles {
    /** The title of the item with this id, or the id itself where none is known. */
    String of(String item);
  }

  /** The data as Personalize wants to import them. */
  String csv() {
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,TIMESTAMP\n");
    for (Interaction one : interactions) {
      csv.append(quoted(one.user)).append(',').append(quoted(one.item)).append(',');
      csv.append(one.timestamp).append('\n');
    }
    return csv.toString();
  }

  /** The latest items of a user, newest first. */
  List<String> latest(String user, int count) {
    return interactions.stream()
        .filter(one -> one.user.equals(user))
        .sorted((a, b) -> Long.compare(b.timestamp, a.timestamp))
        .limit(count)
        .map(Interaction::item)
        .toList();
  }

  /** Users with a history, spread over the file. */
  List<String> someUsers(int count) {
    List<String> users =
        counts(Interaction::user).stream()
            .filter(entry -> entry.getValue() >= ENOUGH_TO_HAVE_A_TASTE)
            .map(Map.Entry::getKey)
            .toList();
    int step = Math.max(1, users.size() / (count + 1));
    return IntStream.rangeClosed(1, count)
        .map(i -> i * step)
        .filter(i -> i < users.size())
        .mapToObj(users::get)
        .toList();
  }

  /** An item that many, but not most, have seen: taking it says something about a taste. */
  String someItem() {
    List<String> byPopularity =
        counts(Interaction::item).stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    return byPopularity.get(byPopularity.size() / 5);
  }

  private Set<Map.Entry<String, Long>> counts(Function<Interaction, String> key) {
    return interactions.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.counting()))
        .entrySet();
  }

  private static String quoted(String field) {
    if (field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\\')) {
      return field;
    }
    return '"' + field.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
