package dev.maitred.policy.syntax;

import dev.maitred.policy.syntax.PrincipalListing.Entry;
import dev.maitred.policy.syntax.PrincipalListing.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code Principal} or {@code NotPrincipal} element. */
final class PrincipalReader {
  private PrincipalReader() {}

  static PrincipalListing read(Text name, Json value) {
    List<Entry> entries =
        switch (value) {
          case Json.Str everyone -> everyone(everyone);
          case Json.Obj kinds -> kinds(kinds);
          default -> throw PolicySyntaxException.at(value, name + " must be \"*\" or an object");
        };
    // NotPrincipal without anyone would mean everyone: too much to mean by writing nothing.
    if (entries.isEmpty()) {
      throw PolicySyntaxException.at(value, name + " must name someone");
    }
    return new PrincipalListing(name, entries);
  }

  private static List<Entry> everyone(Json.Str text) {
    if (!text.value().equals("*")) {
      throw PolicySyntaxException.at(
          text, "A principal that is a plain string must be \"*\"; write {\"AWS\": ...}");
    }
    return List.of(new Entry(Kind.AWS, Element.text(text)));
  }

  private static List<Entry> kinds(Json.Obj object) {
    List<Entry> entries = new ArrayList<>();
    for (Json.Member member : object.members()) {
      Json.Str key = member.name();
      Kind kind =
          Kind.named(key.value())
              .orElseThrow(
                  () ->
                      Element.unknownKey(
                          key, "a principal", "AWS, Service, Federated and CanonicalUser"));
      for (Text id : Element.strings(member.value(), key.value())) {
        entries.add(new Entry(kind, id));
      }
    }
    return List.copyOf(entries);
  }
}
