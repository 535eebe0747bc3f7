package dev.maitred.wire.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node of a form's parameters, which awsQuery names by path: {@code Tags.member.1.Key} is the
 * child {@code Key} of the first {@code member} of {@code Tags}.
 */
final class Form {
  private static final int DEEPEST = 64;

  // A node costs a hundred times the bytes that ask for it.
  private static final int MOST_NODES = 100_000;

  private final Map<String, Form> children = new LinkedHashMap<>();
  private @Nullable String value;

  /** The tree of a text of the type {@code application/x-www-form-urlencoded}. */
  static Form parse(String text) {
    Form root = new Form();
    int nodes = 0;
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        nodes += root.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        if (nodes > MOST_NODES) {
          throw Malformed.body("The request has too many parameters");
        }
      }
    }
    return root;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Malformed.body("A parameter is not percent-encoded rightly");
    }
  }

  /** Sets a value and gives the number of names on the way to it. */
  private int put(String path, String text) {
    String[] names = path.split("\\.", DEEPEST + 1);
    if (names.length > DEEPEST) {
      throw Malformed.body("A parameter's name has more than " + DEEPEST + " parts");
    }
    Form node = this;
    for (String name : names) {
      node = node.children.computeIfAbsent(name, any -> new Form());
    }
    node.value = text;
    return names.length;
  }

  @Nullable Form child(String name) {
    return children.get(name);
  }

  /** The value set at this very path, or null. */
  @Nullable String value() {
    return value;
  }

  /** The children that are numbered, in the order of their numbers. */
  List<Form> items() {
    Map<Integer, Form> numbered = new TreeMap<>();
    children.forEach((name, node) -> numbered.put(number(name), node));
    return List.copyOf(numbered.values());
  }

  private static Integer number(String name) {
    try {
      return Integer.valueOf(name);
    } catch (NumberFormatException e) {
      throw Malformed.body("The items of a list are numbered from 1");
    }
  }
}
