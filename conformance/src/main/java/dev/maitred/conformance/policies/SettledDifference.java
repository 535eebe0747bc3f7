package dev.maitred.conformance.policies;

import dev.maitred.conformance.oracle.IamSimulate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way in which the two sides differ on purpose.
 *
 * @param name what the oracle does otherwise, in a few words
 * @param guide the page of the IAM user guide that settles it, or a decision of ours where it is
 *     silent
 * @param ours what we say of such a case; any verdict if it is empty
 * @param oracles likewise
 * @param traits what the smallest form of such a case is made of, at least
 * @param without what it must not be made of
 * @param example the smallest case that came up
 */
record SettledDifference(
    String name,
    String guide,
    Optional<Verdict> ours,
    Optional<Verdict> oracles,
    Set<String> traits,
    Set<String> without,
    Disagreement example) {

  /** Those in {@code settled.json}. */
  static List<SettledDifference> all() throws IOException {
    return read(IamSimulate.text(SettledDifference.class, "settled.json"));
  }

  static List<SettledDifference> read(String json) {
    return JsonMapper.shared().readTree(json).valueStream().map(SettledDifference::of).toList();
  }

  private static SettledDifference of(JsonNode rule) {
    return new SettledDifference(
        rule.get("name").asString(),
        rule.get("guide").asString(),
        verdict(rule.path("ours")),
        verdict(rule.path("oracle")),
        texts(rule.path("traits")),
        texts(rule.path("without")),
        example(rule.get("example")));
  }

  private static Disagreement example(JsonNode example) {
    return new Disagreement(
        new PolicyCase((ObjectNode) example.get("case")),
        Verdict.named(example.get("ours").asString()),
        Verdict.named(example.get("oracle").asString()),
        "");
  }

  private static Optional<Verdict> verdict(JsonNode node) {
    return node.isString() ? Optional.of(Verdict.named(node.asString())) : Optional.empty();
  }

  private static Set<String> texts(JsonNode list) {
    return new TreeSet<>(list.valueStream().map(JsonNode::asString).toList());
  }

  /** Whether this is what a disagreement, made small, is about. */
  boolean covers(Disagreement small) {
    Set<String> found = Traits.of(small.given());
    return ours.map(verdict -> verdict == small.ours()).orElse(true)
        && oracles.map(verdict -> verdict == small.oracles()).orElse(true)
        && found.containsAll(traits)
        && without.stream().noneMatch(found::contains);
  }
}
