package dev.maitred.policy.syntax;

import java.util.ArrayList;
import java.util.List;

/** The shapes that the values of policy elements take. */
final class Element {
  private Element() {}

  static Json.Obj object(Json json, String what) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw PolicySyntaxException.at(json, what + " must be an object");
  }

  static Text string(Json json, String what) {
    if (json instanceof Json.Str string) {
      return text(string);
    }
    throw PolicySyntaxException.at(json, what + " must be a string");
  }

  /** A string, or an array of them. */
  static List<Text> strings(Json json, String what) {
    if (!(json instanceof Json.Arr array)) {
      return List.of(string(json, what + " (or each of its items)"));
    }
    List<Text> texts = new ArrayList<>();
    for (Json item : array.items()) {
      texts.add(string(item, "Each item of " + what));
    }
    return List.copyOf(texts);
  }

  /** A string, number or boolean, or an array of them. */
  static List<Text> scalars(Json json) {
    if (!(json instanceof Json.Arr array)) {
      return List.of(scalar(json));
    }
    List<Text> texts = new ArrayList<>();
    for (Json item : array.items()) {
      texts.add(scalar(item));
    }
    return List.copyOf(texts);
  }

  private static Text scalar(Json json) {
    return switch (json) {
      case Json.Str string -> text(string);
      case Json.Num number -> new Text(number.text(), number.span(), number.path());
      case Json.Bool bool -> new Text(Boolean.toString(bool.value()), bool.span(), bool.path());
      case Json.Obj _, Json.Arr _, Json.Null _ ->
          throw PolicySyntaxException.at(
              json, "A condition value must be a string, a number or a boolean");
    };
  }

  static Text text(Json.Str string) {
    return new Text(string.value(), string.span(), string.path());
  }

  static PolicySyntaxException unknownKey(Json.Str name, String where, String known) {
    return PolicySyntaxException.at(
        name, "`" + Text.clip(name.value()) + "` is no key of " + where + ", which has " + known);
  }
}
