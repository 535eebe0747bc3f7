package dev.maitred.wire.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path template of a model with its fixed query: {@code /{Bucket}/{Key+}?tagging}.
 *
 * @param segments literal segments, {@code {label}}s and at the end perhaps a {@code {label+}} that
 *     takes all that is left
 * @param query parameters that must be there, each with the value that it must have, empty for any
 */
public record UriTemplate(List<String> segments, Map<String, String> query) {

  /** Reads a template as a model writes it. */
  public static UriTemplate parse(String uri) {
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    return new UriTemplate(
        path.equals("/") ? List.of() : List.of(path.substring(1).split("/")),
        mark < 0 ? Map.of() : query(uri.substring(mark + 1)));
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          equals < 0 ? pair : pair.substring(0, equals),
          equals < 0 ? "" : pair.substring(equals + 1));
    }
    return query;
  }

  /**
   * The decoded labels of a path that this template fits; one slash more at its end does not
   * matter.
   */
  public Optional<Map<String, String>> labels(String rawPath) {
    Map<String, String> labels = new LinkedHashMap<>();
    String rest = rawPath.substring(1);
    for (String segment : segments) {
      boolean greedy = segment.endsWith("+}");
      int slash = greedy ? -1 : rest.indexOf('/');
      String part = slash < 0 ? rest : rest.substring(0, slash);
      rest = slash < 0 ? "" : rest.substring(slash + 1);
      if (part.isEmpty() || !segment.startsWith("{") && !segment.equals(part)) {
        return Optional.empty();
      }
      if (segment.startsWith("{")) {
        labels.put(
            segment.substring(1, segment.length() - (greedy ? 2 : 1)),
            QueryString.decode(part, false));
      }
    }
    return rest.isEmpty() ? Optional.of(labels) : Optional.empty();
  }

  /** Whether the parameters that must be there are. */
  boolean admits(QueryString parameters) {
    return query.entrySet().stream()
        .allMatch(
            wanted ->
                wanted.getValue().isEmpty()
                    ? parameters.has(wanted.getKey())
                    : parameters.all(wanted.getKey()).contains(wanted.getValue()));
  }
}
