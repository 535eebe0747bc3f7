package dev.maitred.policy.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the outermost object of a policy. */
final class DocumentReader {
  private @Nullable Text version;
  private @Nullable Text id;
  private @Nullable Json statements;

  private DocumentReader() {}

  static Document read(Json json) {
    Json.Obj object = Element.object(json, "A policy");
    DocumentReader reader = new DocumentReader();
    for (Json.Member member : object.members()) {
      reader.take(member);
    }
    return new Document(
        reader.version(), Optional.ofNullable(reader.id), reader.statements(object));
  }

  private void take(Json.Member member) {
    switch (member.name().value()) {
      case "Version" -> version = Element.string(member.value(), "Version");
      case "Id" -> id = Element.string(member.value(), "Id");
      case "Statement" -> statements = member.value();
      default -> throw Element.unknownKey(member.name(), "a policy", "Version, Id and Statement");
    }
  }

  private Version version() {
    Text written = version;
    if (written == null) {
      return Version.V2008_10_17;
    }
    return Version.named(written.value())
        .orElseThrow(
            () ->
                PolicySyntaxException.at(
                    written, "Version must be \"2012-10-17\" or \"2008-10-17\""));
  }

  private List<Statement> statements(Json.Obj document) {
    Json written = statements;
    return switch (written) {
      case null -> throw PolicySyntaxException.at(document, "A policy must have a Statement");
      case Json.Arr array -> statements(array);
      default -> List.of(StatementReader.read(written, 0));
    };
  }

  private static List<Statement> statements(Json.Arr array) {
    if (array.items().isEmpty()) {
      throw PolicySyntaxException.at(array, "Statement must hold at least one statement");
    }
    List<Statement> read = new ArrayList<>();
    for (Json item : array.items()) {
      read.add(StatementReader.read(item, read.size()));
    }
    return List.copyOf(read);
  }
}
