package dev.maitred.policy.explain;

import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Deciding;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.Statement;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes an explanation for programs. */
final class ExplanationJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final Explanation explanation;
  private final Request request;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text);

  ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
    this.request = explanation.decision().request();
  }

  String write() {
    json.writeStartObject();
    json.writeStringProperty("decision", explanation.verdict());
    json.writeStringProperty("principal", request.principal().arn());
    json.writeStringProperty("action", request.action());
    json.writeStringProperty("resource", request.resource());
    json.writeStringProperty("context", AccessDenied.context(explanation.decision()));
    json.writeArrayPropertyStart("deciding");
    explanation.deciding().forEach(this::deciding);
    json.writeEndArray();
    json.writeArrayPropertyStart("considered");
    explanation.considered().forEach(this::considered);
    json.writeEndArray();
    json.writeArrayPropertyStart("wouldAllow");
    explanation.wouldAllow().forEach(this::wouldAllow);
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    return text.toString();
  }

  private void deciding(Deciding deciding) {
    json.writeStartObject();
    place(deciding.layer(), deciding.source(), deciding.statement());
    json.writeEndObject();
  }

  private void considered(Considered considered) {
    json.writeStartObject();
    place(considered.layer(), considered.source(), considered.statement());
    json.writeStringProperty("effect", considered.statement().effect().value());
    switch (considered.match()) {
      case Match.Matches _ -> json.writeStringProperty("match", "matches");
      case Match.DoesNotMatch miss -> mismatch("doesNotMatch", miss.reason());
      case Match.CannotTell doubt -> mismatch("cannotTell", doubt.reason());
      case Match.Presumed doubt -> mismatch("presumed", doubt.reason());
    }
    json.writeEndObject();
  }

  private void wouldAllow(AllowingStatement missing) {
    json.writeStartObject();
    json.writeStringProperty("layer", name(missing.layer()));
    json.writeName("statement");
    json.writeRawValue(missing.json());
    json.writeEndObject();
  }

  private void mismatch(String match, Reason reason) {
    json.writeStringProperty("match", match);
    json.writeObjectPropertyStart("reason");
    json.writeStringProperty("kind", name(reason.kind()));
    json.writeStringProperty("element", reason.element());
    if (!reason.key().isEmpty()) {
      json.writeStringProperty("operator", reason.operator());
      json.writeStringProperty("key", reason.key());
    }
    strings("expected", reason.expected());
    strings("found", reason.found(request));
    position(reason.position());
    json.writeEndObject();
  }

  private void place(Layer layer, PolicySource source, Statement statement) {
    json.writeStringProperty("layer", name(layer));
    json.writeStringProperty("policy", source.name());
    json.writeNumberProperty("statement", statement.index());
    statement.sid().ifPresent(sid -> json.writeStringProperty("sid", sid.value()));
    position(statement.span().start());
  }

  private void position(Position position) {
    json.writeNumberProperty("line", position.line());
    json.writeNumberProperty("column", position.column());
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** {@code KEY_ABSENT} as {@code keyAbsent}. */
  private static String name(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_")) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(
          name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return name.toString();
  }
}
