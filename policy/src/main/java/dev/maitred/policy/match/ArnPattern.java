package dev.maitred.policy.match;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An ARN with wildcards and variables, compared segment by segment.
 *
 * <p>A wildcard reaches neither into nor over the colon that ends its segment; in the last one it
 * also matches colons and slashes. An empty segment matches an empty one only. A pattern of fewer
 * segments that ends in {@code *} means {@code *} for those it lacks.
 */
public final class ArnPattern {
  private static final int SEGMENTS = 6;

  private final Pattern[] segments;
  private final boolean foldHead;

  private ArnPattern(Pattern[] segments, boolean foldHead) {
    this.segments = segments;
    this.foldHead = foldHead;
  }

  /**
   * The pattern of a {@code Resource} element: variables after the fifth colon only, case ignored
   * before it. Empty if the text is no such pattern.
   *
   * @param completed whether segments that are missing at the end are {@code *} (IAM user guide,
   *     "Amazon Resource Names": incomplete ARNs in identity-based policies)
   */
  public static Optional<ArnPattern> ofResource(String text, boolean variables, boolean completed) {
    List<String> parts = split(text, variables);
    boolean early = parts.stream().limit(SEGMENTS - 1).anyMatch(part -> part.contains("${"));
    return variables && early ? Optional.empty() : of(parts, variables, completed, true);
  }

  /** The pattern of an ARN condition: variables anywhere, case-sensitive. Empty as above. */
  public static Optional<ArnPattern> ofCondition(String text, boolean variables) {
    return of(split(text, variables), variables, false, false);
  }

  private static Optional<ArnPattern> of(
      List<String> parts, boolean variables, boolean completed, boolean foldHead) {
    String first = parts.getFirst();
    if (!first.equals("arn") && !first.equals("*")) {
      return Optional.empty();
    }
    if (parts.size() < SEGMENTS && !completed && !parts.getLast().endsWith("*")) {
      return Optional.empty();
    }
    Pattern[] patterns = new Pattern[SEGMENTS];
    for (int i = 0; i < SEGMENTS; i++) {
      String part = i < parts.size() ? parts.get(i) : "*";
      boolean fold = foldHead && i < SEGMENTS - 1;
      patterns[i] = Pattern.of(part, new Pattern.Rules(true, variables, fold));
    }
    return Optional.of(new ArnPattern(patterns, foldHead));
  }

  /** The text cut at its first five colons, those inside {@code ${...}} apart. */
  private static List<String> split(String text, boolean variables) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int lastClose = variables ? text.lastIndexOf('}') : -1;
    for (int i = 0; i < text.length() && parts.size() < SEGMENTS - 1; i++) {
      if (text.charAt(i) == ':') {
        parts.add(text.substring(start, i));
        start = i + 1;
      } else if (i < lastClose && text.startsWith("${", i)) {
        i = text.indexOf('}', i);
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether it matches; unreadable if a variable has no value. */
  public Truth matches(Arn arn, Context context) {
    Truth resource = segments[5].matches(arn.resource(), context);
    if (resource != Truth.TRUE) {
      return resource;
    }
    return allOf(arn, context);
  }

  private Truth allOf(Arn arn, Context context) {
    Truth all = head(1, arn.partition(), context);
    all = and(all, head(2, arn.service(), context));
    all = and(all, head(3, arn.region(), context));
    return and(all, head(4, arn.account(), context));
  }

  private Truth head(int index, String segment, Context context) {
    String text = foldHead ? segment.toLowerCase(Locale.ROOT) : segment;
    return segments[index].matches(text, context);
  }

  private static Truth and(Truth one, Truth other) {
    if (one == Truth.UNREADABLE || other == Truth.UNREADABLE) {
      return Truth.UNREADABLE;
    }
    return one == Truth.TRUE ? other : Truth.FALSE;
  }
}
