package dev.maitred.conformance.policies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a disagreement small: leaves out whatever it does not need. */
final class Shrinking {
  private static final Set<String> LAYERS =
      Set.of("boundary", "session", "resourcePolicy", "trustPolicy", "serviceControl");
  private static final Set<String> ELEMENTS_OF_ANYTHING =
      Set.of("Action", "NotAction", "Resource", "NotResource");

  private static final int AT_A_TIME = 8;
  private static final String VERSION = "2012-10-17";

  private final Oracle oracle;

  Shrinking(Oracle oracle) {
    this.oracle = oracle;
  }

  /** A case that no step makes smaller in which both sides still say what they say of this one. */
  Disagreement shrink(Disagreement found) throws IOException {
    Disagreement smallest = found;
    Optional<Disagreement> smaller = Optional.of(found);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = smallerThan(smallest);
    }
    return smallest;
  }

  private Optional<Disagreement> smallerThan(Disagreement found) throws IOException {
    List<PolicyCase> candidates =
        candidates(found.given()).stream().filter(each -> each.verdict() == found.ours()).toList();
    for (int from = 0; from < candidates.size(); from += AT_A_TIME) {
      List<PolicyCase> some =
          candidates.subList(from, Math.min(candidates.size(), from + AT_A_TIME));
      List<Oracle.Answer> answers = oracle.ask(some);
      for (int i = 0; i < some.size(); i++) {
        if (answers.get(i).verdict() == found.oracles()) {
          return Optional.of(Disagreement.of(some.get(i), answers.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /** Cases that are each one step smaller, bigger steps first. */
  static List<PolicyCase> candidates(PolicyCase given) {
    List<PolicyCase> candidates = new ArrayList<>();
    collect(given.json(), given.json(), JsonPointer.empty(), candidates);
    return candidates;
  }

  private static void collect(
      ObjectNode root, JsonNode node, JsonPointer at, List<PolicyCase> candidates) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        if (mayGo(at, name, object)) {
          candidates.add(without(root, at, name));
        }
        if (ELEMENTS_OF_ANYTHING.contains(name) && !isAnything(object, name)) {
          candidates.add(ofAnything(root, at, name));
        }
        if (name.equals("Version") && !object.get(name).asString().equals(VERSION)) {
          candidates.add(ofThisVersion(root, at));
        }
      }
      object
          .properties()
          .forEach(e -> collect(root, e.getValue(), at.appendProperty(e.getKey()), candidates));
    } else if (node instanceof ArrayNode array) {
      if (array.size() > 1 || at.toString().equals("/identity")) {
        IntStream.range(0, array.size()).forEach(i -> candidates.add(without(root, at, i)));
      }
      IntStream.range(0, array.size())
          .forEach(i -> collect(root, array.get(i), at.appendIndex(i), candidates));
    }
  }

  private static boolean mayGo(JsonPointer at, String name, ObjectNode of) {
    String path = at.toString();
    return path.isEmpty() && LAYERS.contains(name)
        || path.equals("/context")
        || name.equals("Condition")
        || (path.contains("/Condition") || path.endsWith("Principal")) && of.size() > 1;
  }

  private static PolicyCase without(ObjectNode root, JsonPointer at, String name) {
    ObjectNode copy = root.deepCopy();
    ((ObjectNode) copy.at(at)).remove(name);
    return new PolicyCase(copy);
  }

  private static PolicyCase without(ObjectNode root, JsonPointer at, int index) {
    ObjectNode copy = root.deepCopy();
    ((ArrayNode) copy.at(at)).remove(index);
    return new PolicyCase(copy);
  }

  private static boolean isAnything(ObjectNode statement, String name) {
    return statement.get(name).toString().equals("\"*\"");
  }

  private static PolicyCase ofThisVersion(ObjectNode root, JsonPointer at) {
    ObjectNode copy = root.deepCopy();
    ((ObjectNode) copy.at(at)).put("Version", VERSION);
    return new PolicyCase(copy);
  }

  private static PolicyCase ofAnything(ObjectNode root, JsonPointer at, String name) {
    ObjectNode copy = root.deepCopy();
    ObjectNode statement = (ObjectNode) copy.at(at);
    statement.remove(name);
    statement.put(name.replaceFirst("^Not", ""), "*");
    return new PolicyCase(copy);
  }
}
