package dev.maitred.personalize.runtime;

import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.recommend.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedAction;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** Turns the numbers of a ranking into the ids of an answer. */
final class Answers {
  private Answers() {}

  /** The items of a ranking, best first. */
  static List<PredictedItem> items(Ranking ranking, Dictionary ids) {
    List<PredictedItem> items = new ArrayList<>(ranking.size());
    for (int at = 0; at < ranking.size(); at++) {
      items.add(item(ranking, at, ids).build());
    }
    return items;
  }

  /** The items of a ranking, best first, and of those that are there for a reason the reason. */
  static List<PredictedItem> itemsWithReasons(Ranking ranking, Dictionary ids) {
    List<PredictedItem> items = new ArrayList<>(ranking.size());
    for (int at = 0; at < ranking.size(); at++) {
      PredictedItem.Builder item = item(ranking, at, ids);
      reason(ranking.reason(at)).ifPresent(item::reason);
      items.add(item.build());
    }
    return items;
  }

  /** A reason as PredictedItem names it. */
  static Optional<String> reason(Ranking.Reason reason) {
    return switch (reason) {
      case NONE -> Optional.empty();
      case EXPLORATION -> Optional.of("Exploration");
      case POPULAR -> Optional.of("Popular item");
    };
  }

  private static PredictedItem.Builder item(Ranking ranking, int at, Dictionary ids) {
    PredictedItem.Builder item = PredictedItem.builder().itemId(ids.id(ranking.items()[at]));
    return ranking.scored() ? item.score((double) ranking.scores()[at]) : item;
  }

  /** The actions of a ranking, best first. */
  static List<PredictedAction> actions(Ranking ranking, Dictionary ids) {
    List<PredictedAction> actions = new ArrayList<>(ranking.size());
    for (int at = 0; at < ranking.size(); at++) {
      PredictedAction.Builder action =
          PredictedAction.builder().actionId(ids.id(ranking.items()[at]));
      actions.add(
          ranking.scored() ? action.score((double) ranking.scores()[at]).build() : action.build());
    }
    return actions;
  }

  /** The numbers of the items of a list that are known, each once. */
  static int[] numbers(List<String> list, Dictionary ids) {
    return list.stream().mapToInt(ids::number).filter(number -> number >= 0).distinct().toArray();
  }

  /**
   * A list in the order of a ranking: every id once, and those that the ranking does not hold last,
   * as they were given, with the score 0.
   */
  static List<PredictedItem> ranked(List<String> list, Ranking ranking, Dictionary ids) {
    List<PredictedItem> ranked = items(ranking, ids);
    Set<String> rest = new LinkedHashSet<>(list);
    ranked.forEach(item -> rest.remove(item.itemId()));
    rest.forEach(id -> ranked.add(PredictedItem.builder().itemId(id).score(0.0).build()));
    return ranked;
  }
}
