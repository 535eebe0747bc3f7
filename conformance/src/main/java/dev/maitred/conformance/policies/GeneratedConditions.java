package dev.maitred.conformance.policies;

import dev.maitred.conformance.policies.ConditionKey.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes up the condition keys of a request, and conditions that speak of them. */
final class GeneratedConditions {
  private static final List<ConditionKey> KEYS =
      Stream.concat(ConditionKey.OF_REQUESTS.stream(), ConditionKey.OF_CALLERS.stream()).toList();

  private final Choice choice;
  private final Map<String, Object> context;

  GeneratedConditions(Choice choice, Caller caller) {
    this.choice = choice;
    this.context = new TreeMap<>(caller.keys());
    for (ConditionKey key : ConditionKey.OF_REQUESTS) {
      if (choice.percent(65)) {
        context.put(key.name(), value(key));
      }
    }
  }

  private Object value(ConditionKey key) {
    if (key.kind() != Kind.LIST) {
      return choice.of(key.values());
    }
    return choice.percent(8) ? List.of() : choice.some(key.values(), 3);
  }

  /** The keys of the request: a text each, or a list of texts. */
  Map<String, Object> context() {
    return context;
  }

  /** A {@code Condition} element; empty if there is to be none. */
  Map<String, Map<String, Object>> condition() {
    Map<String, Map<String, Object>> condition = new TreeMap<>();
    while (choice.percent(condition.isEmpty() ? 45 : 25)) {
      ConditionKey key = choice.of(KEYS);
      if (choice.percent(8)) {
        add(condition, "Null", key.name(), choice.of(List.of("true", "false")));
      } else {
        add(condition, operator(key), name(key), values(key));
      }
    }
    return condition;
  }

  // The same key twice, in whatever case, is no policy.
  private static void add(
      Map<String, Map<String, Object>> condition, String operator, String key, Object values) {
    condition
        .computeIfAbsent(operator, _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
        .put(key, values);
  }

  /** Numbers and booleans as JSON has them. */
  private static Object withoutQuotes(Object value) {
    String text = value.toString();
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : value;
  }

  private String name(ConditionKey key) {
    return choice.percent(6) ? key.name().replace("aws:", "AWS:") : key.name();
  }

  private String operator(ConditionKey key) {
    Kind kind = choice.percent(4) ? choice.of(List.of(Kind.values())) : key.kind();
    int setShare = key.kind() == Kind.LIST ? 85 : 8;
    String set =
        choice.percent(setShare) ? choice.of(List.of("ForAllValues:", "ForAnyValue:")) : "";
    String end = choice.percent(18) ? "IfExists" : "";
    return set + choice.of(kind.operators()) + end;
  }

  /** Some that the request has, some that its kind has; one without a list around it. */
  private Object values(ConditionKey key) {
    List<Object> pool = new ArrayList<>(key.kind().written());
    Object here = context.get(key.name());
    if (here instanceof List<?> several) {
      pool.addAll(several);
      pool.addAll(several);
    } else if (here != null && choice.percent(60)) {
      pool = List.of(here, here, choice.of(key.kind().written()));
    }
    List<Object> values = choice.some(pool, 3);
    if (choice.percent(10)) {
      values.replaceAll(GeneratedConditions::withoutQuotes);
    }
    return values.size() == 1 && choice.percent(50) ? values.getFirst() : values;
  }
}
