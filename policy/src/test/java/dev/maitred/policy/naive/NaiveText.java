package dev.maitred.policy.naive;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Optional;

/** Wildcards by recursion, variables by cutting strings. */
public final class NaiveText {
  private NaiveText() {}

  /** Characters in the private use area stand for escaped {@code *} and {@code ?}. */
  private static final char STAR = '\uE000';

  private static final char MARK = '\uE001';

  /** The text with its variables replaced, or empty if one has no value. */
  public static Optional<String> substitute(String text, Context context) {
    int open = text.indexOf("${");
    int close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) {
      return Optional.of(text);
    }
    Optional<String> value = value(text.substring(open + 2, close), context);
    Optional<String> rest = substitute(text.substring(close + 1), context);
    if (value.isEmpty() || rest.isEmpty()) {
      return Optional.empty();
    }
    String literal = value.get().replace('*', STAR).replace('?', MARK);
    return Optional.of(text.substring(0, open) + literal + rest.get());
  }

  private static Optional<String> value(String inside, Context context) {
    if (List.of("*", "?", "$").contains(inside)) {
      return Optional.of(inside);
    }
    String key = inside;
    String otherwise = null;
    int comma = inside.indexOf(", '");
    if (comma >= 0 && inside.substring(comma + 3).endsWith("'")) {
      key = inside.substring(0, comma);
      otherwise = inside.substring(comma + 3, inside.length() - 1);
    }
    List<String> values = context.values(key.toLowerCase(java.util.Locale.ROOT)).orElse(List.of());
    boolean usable = values.size() == 1 && !(otherwise != null && values.get(0).isEmpty());
    return Optional.ofNullable(usable ? values.get(0) : otherwise);
  }

  /** A substituted text without wildcards, as it is compared literally. */
  static String literal(String substituted) {
    return substituted.replace(STAR, '*').replace(MARK, '?');
  }

  public static boolean like(String pattern, String text) {
    boolean[][] matches = new boolean[pattern.length() + 1][text.length() + 1];
    matches[0][0] = true;
    for (int p = 1; p <= pattern.length(); p++) {
      for (int t = 0; t <= text.length(); t++) {
        matches[p][t] = cell(matches, pattern.charAt(p - 1), text, p, t);
      }
    }
    return matches[pattern.length()][text.length()];
  }

  private static boolean cell(boolean[][] matches, char c, String text, int p, int t) {
    if (c == '*') {
      return matches[p - 1][t] || t > 0 && matches[p][t - 1];
    }
    return t > 0
        && matches[p - 1][t - 1]
        && (c == '?' || literal(String.valueOf(c)).charAt(0) == text.charAt(t - 1));
  }
}
