package dev.maitred.policy.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON of bounded size and depth into a tree with positions. */
final class JsonReader {
  /** What the parser says of its own input, beside what is wrong with it. */
  private static final Pattern SOURCE = Pattern.compile(" \\(start marker at \\[Source:.*]\\)");

  /** The longest policy any IAM parameter takes (service model, {@code policyDocumentType}). */
  static final int MAX_LENGTH = 131_072;

  /** A policy nests six deep; the rest is room for a better message than "too deep". */
  static final int MAX_DEPTH = 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH + 1)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private final String text;
  private final JsonParser parser;

  private JsonReader(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  /** The one value that {@code text} is. */
  static Json read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw PolicySyntaxException.json(
          "A policy may have at most " + MAX_LENGTH + " characters, this has " + text.length(),
          Position.START,
          Path.ROOT);
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(text, parser).document();
    } catch (JacksonException notJson) {
      throw syntaxError(notJson);
    }
  }

  private static PolicySyntaxException syntaxError(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    Position position = at == null ? Position.START : position(at);
    String problem = SOURCE.matcher(e.getOriginalMessage()).replaceAll("");
    return PolicySyntaxException.json("Not JSON: " + problem, position, Path.ROOT);
  }

  private Json document() {
    if (parser.nextToken() == null) {
      throw PolicySyntaxException.json("The policy is empty", Position.START, Path.ROOT);
    }
    Json document = value(Path.ROOT, 1);
    if (parser.nextToken() != null) {
      throw PolicySyntaxException.json(
          "Something follows the policy's closing brace", start(), Path.ROOT);
    }
    return document;
  }

  private Json value(Path path, int depth) {
    Position start = start();
    if (depth > MAX_DEPTH) {
      throw PolicySyntaxException.json(
          "A policy may nest at most " + MAX_DEPTH + " deep", start, path);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(path, start, depth);
      case START_ARRAY -> array(path, start, depth);
      case VALUE_STRING -> new Json.Str(parser.getString(), spanFrom(start), path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Json.Num(parser.getString(), spanFrom(start), path);
      case VALUE_TRUE, VALUE_FALSE ->
          new Json.Bool(token == JsonToken.VALUE_TRUE, spanFrom(start), path);
      case VALUE_NULL -> new Json.Null(spanFrom(start), path);
      case null, default -> throw PolicySyntaxException.json("A value is missing", start, path);
    };
  }

  private Json object(Path path, Position start, int depth) {
    List<Json.Member> members = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Json.Str name = name(path);
      Position first = seen.putIfAbsent(name.value(), name.span().start());
      if (first != null) {
        throw duplicate(name, first);
      }
      parser.nextToken();
      members.add(new Json.Member(name, value(name.path(), depth + 1)));
    }
    return new Json.Obj(List.copyOf(members), spanFrom(start), path);
  }

  private Json.Str name(Path parent) {
    Position start = start();
    String name = parser.getString();
    return new Json.Str(name, new Span(start, endOfName(start)), parent.member(name));
  }

  // Looked up in the text: the parser is at the value by now.
  private Position endOfName(Position start) {
    int quote = start.offset() + 1;
    while (text.charAt(quote) != '"') {
      quote += text.charAt(quote) == '\\' ? 2 : 1;
    }
    int end = quote + 1;
    return new Position(start.line(), start.column() + end - start.offset(), end);
  }

  private static PolicySyntaxException duplicate(Json.Str name, Position first) {
    return PolicySyntaxException.at(
        name,
        "The key `" + Text.clip(name.value()) + "` stands twice in one object, first at " + first);
  }

  private Json array(Path path, Position start, int depth) {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path.item(items.size()), depth + 1));
    }
    return new Json.Arr(List.copyOf(items), spanFrom(start), path);
  }

  private Position start() {
    return position(parser.currentTokenLocation());
  }

  private Span spanFrom(Position start) {
    return new Span(start, position(parser.currentLocation()));
  }

  private static Position position(@Nullable TokenStreamLocation at) {
    return at == null
        ? Position.START
        : new Position(
            Math.max(1, at.getLineNr()),
            Math.max(1, at.getColumnNr()),
            (int) Math.max(0, at.getCharOffset()));
  }
}
