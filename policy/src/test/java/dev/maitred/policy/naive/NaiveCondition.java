package dev.maitred.policy.naive;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.syntax.Condition;
import dev.maitred.policy.syntax.ConditionOperator;
import dev.maitred.policy.syntax.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Conditions by the words of the guide, one operator family after the other. */
final class NaiveCondition {
  private final Condition condition;
  private final Context context;
  private final boolean variables;
  private final String name;

  NaiveCondition(Condition condition, Context context, boolean variables) {
    this.condition = condition;
    this.context = context;
    this.variables = variables;
    this.name = condition.operator().operator().toString();
  }

  boolean holds() {
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    Optional<List<String>> found = context.values(key);
    if (name.equals("Null")) {
      boolean absent = found.isEmpty() || found.get().isEmpty();
      return any(condition.values(), v -> v.value().equalsIgnoreCase(String.valueOf(absent)));
    }
    ConditionOperator operator = condition.operator();
    List<String> values = found.orElse(List.of());
    List<String> set = values.equals(List.of("")) ? List.of() : values;
    return switch (operator.quantifier()) {
      case FOR_ALL_VALUES -> set.stream().allMatch(this::passes);
      case FOR_ANY_VALUE -> set.stream().anyMatch(this::passes);
      case SINGLE -> {
        if (found.isEmpty()) {
          yield operator.ifExists() || name.contains("Not");
        }
        yield values.isEmpty() ? name.contains("Not") : values.size() == 1 && passes(values.get(0));
      }
    };
  }

  private boolean passes(String value) {
    boolean anyEqual = any(condition.values(), v -> compare(value, v.value()).equals("yes"));
    boolean anyBroken = any(condition.values(), v -> compare(value, v.value()).equals("broken"));
    return name.contains("Not") ? !anyEqual && !anyBroken : anyEqual;
  }

  private static boolean any(List<Text> values, Predicate<Text> test) {
    return values.stream().anyMatch(test);
  }

  /** {@code yes}, {@code no}, or {@code broken} if one of the two cannot be read. */
  private String compare(String request, String policy) {
    if (name.startsWith("String")) {
      return word(text(policy).map(p -> strings(request, p)).orElse(false));
    }
    if (name.startsWith("Numeric")) {
      return numbers(request, policy);
    }
    if (name.startsWith("Arn")) {
      return arns(request, policy);
    }
    if (name.equals("Bool")) {
      boolean readable = isBool(request) && isBool(policy);
      return readable ? word(request.equalsIgnoreCase(policy)) : "broken";
    }
    throw new IllegalStateException("no naive rule for " + name);
  }

  private Optional<String> text(String policy) {
    return variables ? NaiveText.substitute(policy, context) : Optional.of(policy);
  }

  private boolean strings(String request, String policy) {
    if (name.endsWith("Like")) {
      return NaiveText.like(policy, request);
    }
    String literal = NaiveText.literal(policy);
    return name.endsWith("IgnoreCase")
        ? request.toLowerCase(Locale.ROOT).equals(literal.toLowerCase(Locale.ROOT))
        : request.equals(literal);
  }

  private String numbers(String request, String policy) {
    String number = "[+-]?\\d{1,100}(\\.\\d{1,100})?";
    if (!request.matches(number) || !policy.matches(number)) {
      return "broken";
    }
    int sign = new BigDecimal(request).compareTo(new BigDecimal(policy));
    return word(
        switch (name) {
          case "NumericLessThan" -> sign < 0;
          case "NumericLessThanEquals" -> sign <= 0;
          case "NumericGreaterThan" -> sign > 0;
          case "NumericGreaterThanEquals" -> sign >= 0;
          default -> sign == 0;
        });
  }

  private String arns(String request, String policy) {
    if (!NaiveStatement.isArn(request)) {
      return "broken";
    }
    if (!NaiveStatement.isPattern(policy)) {
      return "broken";
    }
    return word(text(policy).map(p -> NaiveStatement.arnLike(p, request, false)).orElse(false));
  }

  private static boolean isBool(String text) {
    return List.of("true", "false").contains(text.toLowerCase(Locale.ROOT));
  }

  private static String word(boolean answer) {
    return answer ? "yes" : "no";
  }
}
