package dev.maitred.policy.explain;

import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Deciding;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.match.Match;
import dev.maitred.policy.match.Reason;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an explanation for people. */
final class PlainText {
  private static final int SHOWN = 6;

  private final Explanation explanation;
  private final Request request;
  private final StringBuilder text = new StringBuilder();

  PlainText(Explanation explanation) {
    this.explanation = explanation;
    this.request = explanation.decision().request();
  }

  String write() {
    headline();
    explanation.deciding().forEach(this::deciding);
    if (!explanation.considered().isEmpty()) {
      line("Statements considered:");
      explanation.considered().forEach(this::considered);
    }
    wouldAllow(explanation.wouldAllow());
    return text.toString();
  }

  private void wouldAllow(List<AllowingStatement> missing) {
    if (!missing.isEmpty()) {
      line("It would be allowed with:");
    }
    for (AllowingStatement each : missing) {
      line("  in " + each.layer().nounWithArticle() + ":");
      line("    " + each.json());
    }
  }

  private void headline() {
    switch (explanation.decision()) {
      case Decision.Allowed allowed -> {
        line("Allowed: " + question());
        if (allowed.because().isEmpty()) {
          line("  the root user of an account needs no policy");
        }
      }
      case Decision.DeniedExplicitly _ -> line("Denied by a statement: " + question());
      case Decision.DeniedImplicitly denied -> {
        line("Denied because nothing allows it: " + question());
        line("  no " + denied.silent().noun() + " allows the " + request.action() + " action");
      }
    }
  }

  private String question() {
    return request.principal().arn() + ", " + request.action() + " on " + request.resource();
  }

  private void deciding(Deciding deciding) {
    line("  by " + place(deciding));
  }

  private void considered(Considered considered) {
    line(
        "  "
            + considered.effect().name().toLowerCase(Locale.ROOT)
            + " in "
            + place(considered.layer(), considered.source(), considered.statement()));
    switch (considered.match()) {
      case Match.Matches _ -> line("    applies");
      case Match.DoesNotMatch miss -> reason("does not apply", miss.reason());
      case Match.CannotTell doubt -> reason("cannot be evaluated", doubt.reason());
      case Match.Presumed doubt -> reason("applies, as it cannot be evaluated", doubt.reason());
    }
  }

  private void reason(String outcome, Reason reason) {
    line("    " + outcome + ": " + subject(reason) + " " + reason.kind().sentence());
    line("      in the policy:  " + listed(reason.expected()));
    line("      in the request: " + listed(reason.found(request)));
  }

  private static String subject(Reason reason) {
    return reason.key().isEmpty()
        ? reason.element()
        : reason.element() + " " + reason.operator() + " " + reason.key();
  }

  private static String listed(List<String> values) {
    if (values.isEmpty()) {
      return "(nothing)";
    }
    String shown = values.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int rest = values.size() - SHOWN;
    return rest > 0 ? shown + " and " + rest + " more" : shown;
  }

  static String place(Deciding deciding) {
    return place(deciding.layer(), deciding.source(), deciding.statement());
  }

  private static String place(Layer layer, PolicySource source, Statement statement) {
    String sid = statement.sid().map(text -> " `" + text + "`").orElse("");
    return described(layer, source)
        + ", statement "
        + (statement.index() + 1)
        + sid
        + " (line "
        + statement.span().start().line()
        + ")";
  }

  private static String described(Layer layer, PolicySource source) {
    return switch (source) {
      case PolicySource.Managed managed ->
          layer.noun() + " " + managed.arn() + on(managed.holder(), managed.holderName());
      case PolicySource.Inline inline ->
          layer.noun() + " " + inline.name() + on(inline.holder(), inline.holderName());
      case PolicySource.ByArn named -> layer.noun() + " " + named.arn();
      case PolicySource.ByName named ->
          named.name().equals(layer.noun()) ? layer.noun() : layer.noun() + " " + named.name();
    };
  }

  private static String on(PolicySource.Holder holder, String name) {
    return " of " + holder.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
