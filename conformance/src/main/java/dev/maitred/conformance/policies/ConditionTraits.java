package dev.maitred.conformance.policies;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link Traits} that a case has for one condition: one key under one operator. */
final class ConditionTraits {
  private static final Pattern OPERATOR =
      Pattern.compile("(ForAllValues:|ForAnyValue:)?(\\w+?)(IfExists)?");

  // Roughly what an operator can compare; a variable may stand for anything.
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d+|\\d{4}-\\d\\d.*");
  private static final Pattern BOOL = Pattern.compile("(?i)true|false|\\$\\{.*");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f]*[.:][0-9A-Fa-f.:/]*");
  private static final Pattern ARN = Pattern.compile("arn(:[^:]*){4}:.+");
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  private final Set<String> traits = new TreeSet<>();

  private ConditionTraits() {}

  /**
   * The traits.
   *
   * @param operator with its prefix and its ending
   * @param written the values in the policy
   */
  static Set<String> of(PolicyCase given, String operator, String key, List<String> written) {
    ConditionTraits traits = new ConditionTraits();
    List<String> here = given.context().get(key);
    traits.ofKey(here, given.isList(key));
    Matcher parts = OPERATOR.matcher(operator);
    if (parts.matches()) {
      traits.ofOperator(parts);
      if (here != null) {
        traits.ofValues(parts.group(2), here, written);
      }
    }
    return traits.traits;
  }

  private void ofKey(@Nullable List<String> here, boolean list) {
    if (here == null) {
      traits.add("key absent");
      return;
    }
    if (here.contains("")) {
      traits.add("key of empty text");
    }
    if (here.isEmpty()) {
      traits.add("key of no value");
    } else if (here.size() > 1) {
      traits.add("key of several values");
    } else if (list) {
      traits.add("key of a list of one");
    }
  }

  private void ofOperator(Matcher parts) {
    traits.add("operator " + parts.group(2));
    traits.add("operator on " + kind(parts.group(2)));
    if (parts.group(2).contains("Not")) {
      traits.add("negated operator");
    }
    if (parts.group(1) != null) {
      traits.add("set operator");
      traits.add(parts.group(1).replace(":", ""));
    }
    if (parts.group(3) != null) {
      traits.add("IfExists");
    }
  }

  private void ofValues(String operator, List<String> here, List<String> written) {
    Pattern readable = readable(operator);
    if (!here.stream().allMatch(text -> readable.matcher(text).matches())) {
      traits.add("value unreadable");
      traits.add("value of request unreadable");
    }
    if (!written.stream().allMatch(text -> readable.matcher(text).matches())) {
      traits.add("value unreadable");
      traits.add("value of policy unreadable");
    }
    if (operator.startsWith("Date")
        && Stream.concat(here.stream(), written.stream()).anyMatch(text -> text.matches("\\d+"))) {
      traits.add("date in digits");
    }
    if (operator.startsWith("Arn")
        && written.stream().anyMatch(text -> text.split(":", 6).length < 6)) {
      traits.add("short ARN in Condition");
    }
    if (written.contains("0.0.0.0/0")) {
      traits.add("range of all addresses");
    }
    if (operator.endsWith("IpAddress") && written.stream().anyMatch(text -> !text.contains("/"))) {
      traits.add("single address");
    }
  }

  /** The beginning of an operator's name: {@code String}, {@code Ip}, ... */
  private static String kind(String operator) {
    return operator.replaceFirst("^Not", "").replaceFirst("(?<=.)[A-Z].*", "");
  }

  private static Pattern readable(String operator) {
    return switch (kind(operator)) {
      case "Numeric" -> NUMBER;
      case "Date" -> DATE;
      case "Bool" -> BOOL;
      case "Ip" -> ADDRESS;
      case "Arn" -> ARN;
      default -> ANYTHING;
    };
  }
}
