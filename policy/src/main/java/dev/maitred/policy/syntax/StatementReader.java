package dev.maitred.policy.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class StatementReader {
  private @Nullable Text sid;
  private @Nullable Text effect;
  private @Nullable PrincipalListing principal;
  private @Nullable Listing action;
  private @Nullable Listing resource;
  private List<Condition> conditions = List.of();

  private StatementReader() {}

  static Statement read(Json json, int index) {
    Json.Obj object = Element.object(json, "A statement");
    StatementReader reader = new StatementReader();
    for (Json.Member member : object.members()) {
      reader.take(member.name(), member.value());
    }
    return reader.statement(object, index);
  }

  private void take(Json.Str name, Json value) {
    switch (name.value()) {
      case "Sid" -> sid = Element.string(value, "Sid");
      case "Effect" -> effect = effect(value);
      case "Principal", "NotPrincipal" -> {
        refuseSecond(principal, name, "Principal");
        principal = PrincipalReader.read(Element.text(name), value);
      }
      case "Action", "NotAction" -> {
        refuseSecond(action, name, "Action");
        action = listing(name, value);
      }
      case "Resource", "NotResource" -> {
        refuseSecond(resource, name, "Resource");
        resource = listing(name, value);
      }
      case "Condition" -> conditions = conditions(value);
      default ->
          throw Element.unknownKey(
              name,
              "a statement",
              "Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource"
                  + " and Condition");
    }
  }

  private static void refuseSecond(@Nullable Object first, Json.Str name, String pair) {
    if (first != null) {
      throw PolicySyntaxException.at(
          name, "A statement may have " + pair + " or Not" + pair + ", not both");
    }
  }

  private static Text effect(Json value) {
    Text effect = Element.string(value, "Effect");
    if (effect.value().equalsIgnoreCase("Allow") || effect.value().equalsIgnoreCase("Deny")) {
      return effect;
    }
    throw PolicySyntaxException.at(value, "Effect must be \"Allow\" or \"Deny\"");
  }

  private static Listing listing(Json.Str name, Json value) {
    return new Listing(Element.text(name), Element.strings(value, name.value()));
  }

  private static List<Condition> conditions(Json value) {
    List<Condition> read = new ArrayList<>();
    for (Json.Member operator : Element.object(value, "Condition").members()) {
      Json.Obj keys = Element.object(operator.value(), "The value of a condition operator");
      for (Json.Member key : keys.members()) {
        read.add(condition(operator.name(), key));
      }
    }
    return List.copyOf(read);
  }

  // An operator without keys tests nothing, so IAM accepts any name there.
  private static Condition condition(Json.Str name, Json.Member key) {
    ConditionOperator operator =
        ConditionOperator.named(name.value())
            .orElseThrow(
                () ->
                    PolicySyntaxException.at(
                        name, "`" + Text.clip(name.value()) + "` is not a condition operator"));
    return new Condition(
        operator, Element.text(name), Element.text(key.name()), Element.scalars(key.value()));
  }

  private Statement statement(Json.Obj object, int index) {
    if (effect == null) {
      throw PolicySyntaxException.at(object, "A statement must have an Effect");
    }
    return new Statement(
        index,
        Optional.ofNullable(sid),
        effect,
        Optional.ofNullable(principal),
        Optional.ofNullable(action),
        Optional.ofNullable(resource),
        conditions,
        object.span(),
        object.path());
  }
}
