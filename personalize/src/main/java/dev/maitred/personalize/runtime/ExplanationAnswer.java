package dev.maitred.personalize.runtime;

import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explanations as JSON.
 *
 * <p>{@code {"recipe": …, "items": [{"itemId": …, "reason": …, "value": …, "history": [{"itemId":
 * …, "value": …, "share": …, "components": {…}}], "components": [{"component": …, "value": …,
 * "share": …}]}]}}: the values of the history and the components add up to the value that the item
 * is ranked by, and a share is a value's part of all of them without their signs. The strongest
 * come first. A reason tells what else gave an item its place, as {@code GetRecommendations} names
 * it.
 */
final class ExplanationAnswer {
  private final Dictionary ids;
  private final Query query;

  private ExplanationAnswer(Dictionary ids, Query query) {
    this.ids = ids;
    this.query = query;
  }

  /**
   * Why items stand where they stand.
   *
   * @param ranking numbers of the deployment's model
   */
  static String of(Deployment deployment, Query query, Ranking ranking) {
    var answer = new ExplanationAnswer(deployment.model().items(), query);
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("recipe", deployment.recommender().recipe());
    ArrayNode explained = json.putArray("items");
    for (int at = 0; at < ranking.size(); at++) {
      ObjectNode item = explained.addObject();
      answer.put(item, deployment.recommender().explain(query, ranking.items()[at]));
      Answers.reason(ranking.reason(at)).ifPresent(reason -> item.put("reason", reason));
    }
    return json.toString();
  }

  private void put(ObjectNode json, Explanation explanation) {
    json.put("itemId", ids.id(explanation.item()));
    json.put("value", explanation.score());
    double all = explanation.parts().stream().mapToDouble(part -> Math.abs(part.value())).sum();
    ArrayNode history = json.putArray("history");
    for (Map.Entry<String, Map<String, Double>> past : byItem(explanation.parts())) {
      ObjectNode carried = history.addObject();
      carried.put("itemId", past.getKey());
      putValue(carried, sum(past.getValue()), all);
      ObjectNode components = carried.putObject("components");
      past.getValue().forEach(components::put);
    }
    ArrayNode components = json.putArray("components");
    for (Part part : withoutEvent(explanation.parts())) {
      ObjectNode component = components.addObject();
      component.put("component", part.component());
      putValue(component, part.value(), all);
    }
  }

  private static void putValue(ObjectNode json, double value, double all) {
    json.put("value", value);
    json.put("share", all == 0 ? 0 : value / all);
  }

  /** What each past item adds, by component; an item of several events once. */
  private List<Map.Entry<String, Map<String, Double>>> byItem(List<Part> parts) {
    Map<String, Map<String, Double>> byItem = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> part.event() != Explanation.NO_EVENT && part.value() != 0)
        .forEach(
            part ->
                byItem
                    .computeIfAbsent(
                        ids.id(query.history()[part.event()]), item -> new LinkedHashMap<>())
                    .merge(part.component(), part.value(), Double::sum));
    return byItem.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -Math.abs(sum(entry.getValue()))))
        .toList();
  }

  private static double sum(Map<String, Double> components) {
    return components.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Part> withoutEvent(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.event() == Explanation.NO_EVENT)
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.value())))
        .toList();
  }
}
