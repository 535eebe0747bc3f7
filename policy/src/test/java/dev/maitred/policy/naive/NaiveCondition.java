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
import java.util.stream.Stream;

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

  /**
   * {@code yes} or {@code no}, or whose value could not be read: {@code policy} or {@code request}.
   */
  String answer() {
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    Optional<List<String>> found = context.values(key);
    if (name.equals("Null")) {
      boolean absent = found.isEmpty() || found.get().isEmpty();
      return word(any(condition.values(), v -> v.value().equalsIgnoreCase(String.valueOf(absent))));
    }
    ConditionOperator operator = condition.operator();
    List<String> values = found.orElse(List.of());
    List<String> set = values.equals(List.of("")) ? List.of() : values;
    List<String> answers = set.stream().map(this::answer).toList();
    return switch (operator.quantifier()) {
      case FOR_ALL_VALUES -> first(answers, "yes", "no", "policy", "request");
      case FOR_ANY_VALUE -> first(answers, "no", "yes", "request", "policy");
      case SINGLE -> {
        if (found.isEmpty()) {
          yield word(operator.ifExists() || name.contains("Not"));
        }
        if (values.isEmpty()) {
          yield word(name.contains("Not"));
        }
        yield values.size() == 1 ? answer(values.get(0)) : "request";
      }
    };
  }

  /** The first of {@code order} that is among the answers. */
  private static String first(List<String> answers, String otherwise, String... order) {
    return Stream.of(order).filter(answers::contains).findFirst().orElse(otherwise);
  }

  private String answer(String value) {
    List<String> answers = condition.values().stream().map(v -> compare(value, v.value())).toList();
    String answer = first(answers, "no", "yes", "request", "policy");
    if (!name.contains("Not")) {
      return answer;
    }
    return answer.equals("yes") ? "no" : answer.equals("no") ? "yes" : answer;
  }

  private static boolean any(List<Text> values, Predicate<Text> test) {
    return values.stream().anyMatch(test);
  }

  /** As {@link #answer()}. */
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
      if (variables && policy.contains("${")) {
        boolean equal =
            text(policy).map(p -> NaiveText.literal(p).equalsIgnoreCase(request)).orElse(false);
        return isBool(request) ? word(equal) : "request";
      }
      return !isBool(policy)
          ? "policy"
          : isBool(request) ? word(request.equalsIgnoreCase(policy)) : "request";
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
    if (!policy.matches(number)) {
      return "policy";
    }
    if (!request.matches(number)) {
      return "request";
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
    if (!NaiveStatement.isPattern(policy, false)) {
      return "policy";
    }
    if (!NaiveStatement.isArn(request)) {
      return "request";
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
