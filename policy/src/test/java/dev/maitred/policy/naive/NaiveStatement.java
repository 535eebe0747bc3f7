package dev.maitred.policy.naive;

import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.syntax.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether one statement of a policy without principals applies. */
public final class NaiveStatement {
  private final Statement statement;
  private final Request request;
  private final boolean variables;
  private final boolean denies;

  NaiveStatement(Statement statement, Version version, Request request) {
    this.statement = statement;
    this.request = request;
    this.variables = version == Version.V2012_10_17;
    this.denies = statement.effect().value().equals("Deny");
  }

  boolean applies() {
    return action()
        && resource()
        && statement.conditions().stream()
            .map(c -> new NaiveCondition(c, request.context(), variables).answer())
            .allMatch(answer -> answer.equals("yes") || answer.equals("request") && denies);
  }

  private boolean action() {
    Listing listing = statement.action().orElseThrow();
    String asked = request.action().toLowerCase(Locale.ROOT);
    boolean listed = false;
    boolean broken = false;
    for (Text entry : listing.entries()) {
      String pattern = entry.value().toLowerCase(Locale.ROOT);
      boolean readable = pattern.equals("*") || pattern.matches("[^*?:]+:[^:]*");
      broken |= !readable;
      listed |= readable && NaiveText.like(pattern, asked);
    }
    return listing.negated() ? !listed && !broken : listed;
  }

  private boolean resource() {
    Listing listing = statement.resource().orElseThrow();
    List<String> answers =
        listing.entries().stream().map(entry -> resource(entry.value())).toList();
    boolean listed = answers.contains("yes");
    if (!listing.negated()) {
      return listed;
    }
    boolean absent = answers.contains("absent");
    return !listed && (absent ? denies : !answers.contains("broken"));
  }

  private String resource(String pattern) {
    if (pattern.equals("*")) {
      return "yes";
    }
    if (!isPattern(pattern, true) || variables && head(pattern).contains("${")) {
      return "broken";
    }
    Optional<String> substituted =
        variables ? NaiveText.substitute(pattern, request.context()) : Optional.of(pattern);
    if (substituted.isEmpty()) {
      return "absent";
    }
    boolean matches =
        !request.resource().equals("*") && arnLike(substituted.get(), request.resource(), true);
    return matches ? "yes" : "no";
  }

  private static String head(String pattern) {
    List<String> segments = Arrays.asList(pattern.split(":", 6));
    return String.join(":", segments.subList(0, Math.min(5, segments.size())));
  }

  public static boolean isArn(String text) {
    String[] segments = text.split(":", 6);
    return segments[0].equals("arn") && segments.length == 6 && !segments[5].isEmpty();
  }

  public static boolean isPattern(String text, boolean completed) {
    String[] segments = text.split(":", 6);
    boolean start = segments[0].equals("arn") || segments[0].equals("*");
    return start && (completed || segments.length == 6 || text.endsWith("*"));
  }

  public static boolean arnLike(String pattern, String arn, boolean foldHead) {
    String[] patterns = pattern.split(":", 6);
    String[] segments = arn.split(":", 6);
    for (int i = 0; i < 6; i++) {
      String p = i < patterns.length ? patterns[i] : "*";
      boolean fold = foldHead && i < 5;
      String one = fold ? p.toLowerCase(Locale.ROOT) : p;
      String other = fold ? segments[i].toLowerCase(Locale.ROOT) : segments[i];
      if (!NaiveText.like(one, other)) {
        return false;
      }
    }
    return true;
  }
}
