package dev.maitred.policy.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The condition keys that a policy asks for: those of its conditions, and those of the variables in
 * its resources and in the values of its conditions.
 */
public final class ContextKeys {
  private static final Pattern VARIABLE = Pattern.compile("([^*?$,]+)(, '.*')?", Pattern.DOTALL);

  private ContextKeys() {}

  /** The keys of {@code document}, each once whatever its case, as first written, in order. */
  public static Collection<String> of(Document document) {
    TreeSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Statement statement : document.statements()) {
      statement.conditions().stream()
          .map(condition -> condition.key().value())
          .filter(key -> !key.isEmpty())
          .forEach(keys::add);
      if (document.version() == Version.V2012_10_17) {
        texts(statement).map(Text::value).flatMap(ContextKeys::variables).forEach(keys::add);
      }
    }
    return List.copyOf(keys);
  }

  private static Stream<Text> texts(Statement statement) {
    return Stream.concat(
        entries(statement.resource()),
        statement.conditions().stream().flatMap(condition -> condition.values().stream()));
  }

  private static Stream<Text> entries(Optional<Listing> listing) {
    return listing.stream().flatMap(given -> given.entries().stream());
  }

  private static Stream<String> variables(String text) {
    List<String> keys = new ArrayList<>();
    int open = text.indexOf("${");
    int close = text.indexOf('}', open);
    while (open >= 0 && close >= 0) {
      Matcher inside = VARIABLE.matcher(text.substring(open + 2, close));
      if (inside.matches()) {
        keys.add(inside.group(1));
      }
      open = text.indexOf("${", close);
      close = text.indexOf('}', open);
    }
    return keys.stream();
  }
}
