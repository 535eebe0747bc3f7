package dev.maitred.server.evaluate;

import dev.maitred.recommend.Explanation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An explanation in words: what each past event and each part without one did, as a share of all
 * that was done for and against, the largest first.
 */
final class Because {
  private static final double LEAST_SHARE = 0.005;

  private Because() {}

  /**
   * Words such as {@code because of X (41 %), Y (23 %), in spite of popularity (5 %)}.
   *
   * @param history the titles of the past events, oldest first; an item that came several times is
   *     told once
   */
  static String words(Explanation why, List<String> history, int most) {
    Map<String, Double> parts =
        why.parts().stream()
            .collect(
                Collectors.groupingBy(
                    part -> name(part, history),
                    Collectors.summingDouble(Explanation.Part::value)));
    double all = parts.values().stream().mapToDouble(Math::abs).sum();
    List<Map.Entry<String, Double>> told =
        parts.entrySet().stream()
            .filter(entry -> Math.abs(entry.getValue()) > LEAST_SHARE * all)
            .sorted(
                Comparator.<Map.Entry<String, Double>>comparingDouble(
                        entry -> -Math.abs(entry.getValue()))
                    .thenComparing(Map.Entry::getKey))
            .limit(most)
            .toList();
    if (told.isEmpty()) {
      return "for no reason of its own";
    }
    return Stream.of(
            list("because of ", told, value -> value > 0, all),
            list("in spite of ", told, value -> value < 0, all))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String list(
      String before, List<Map.Entry<String, Double>> told, DoublePredicate side, double all) {
    String words =
        told.stream()
            .filter(entry -> side.test(entry.getValue()))
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%s (%.0f %%)",
                        entry.getKey(),
                        100 * Math.abs(entry.getValue()) / all))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : before + words;
  }

  private static String name(Explanation.Part part, List<String> history) {
    return part.event() == Explanation.NO_EVENT ? part.component() : history.get(part.event());
  }
}
