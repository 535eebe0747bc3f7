package dev.maitred.server.evaluate;

import dev.maitred.recommend.Interactions;
import dev.maitred.server.dataset.DataSet;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results for machines: the figures of {@link ResultTable}, unrounded. */
final class ResultJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ResultJson() {}

  static String text(DataSet set, String how, List<Result> results) {
    Interactions events = set.data().events();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("data", set.origin());
    root.put("users", events.users());
    root.put("items", events.items());
    root.put("events", events.events());
    root.put("protocol", how);
    var all = root.putArray("results");
    results.forEach(result -> put(all.addObject(), result));
    return root.toPrettyString();
  }

  private static void put(ObjectNode node, Result result) {
    node.put("recipe", result.recipe());
    ObjectNode metrics = node.putObject("metrics");
    result
        .metrics()
        .forEach(
            (name, estimate) -> {
              ObjectNode one = metrics.putObject(name);
              one.put("value", estimate.value());
              if (!Double.isNaN(estimate.margin())) {
                one.put("margin95", estimate.margin());
                one.put("cases", estimate.cases());
              }
            });
    node.put("trainingSeconds", result.trainingSeconds());
    node.put("peakBytes", result.peakBytes());
    result.modelBytes().ifPresent(bytes -> node.put("modelBytes", bytes));
    if (result.rankingsPerSecond() > 0) {
      node.put("rankingsPerSecond", result.rankingsPerSecond());
    }
  }
}
