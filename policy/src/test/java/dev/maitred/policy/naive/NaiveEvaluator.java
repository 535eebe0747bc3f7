package dev.maitred.policy.naive;

import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Document;
import java.util.List;
import java.util.Optional;

/**
 * Decides for a user over identity-based policies, a boundary and session policies, in the order of
 * the guide's flow chart.
 */
public final class NaiveEvaluator {
  private NaiveEvaluator() {}

  /** {@code allowed}, {@code explicitDeny} or {@code implicitDeny}. */
  public static String decide(
      List<Document> identity,
      Optional<Document> boundary,
      Optional<List<Document>> session,
      Request request) {
    List<Document> limits = boundary.stream().toList();
    List<Document> passed = session.orElse(List.of());
    if (any(identity, "Deny", request)
        || any(limits, "Deny", request)
        || any(passed, "Deny", request)) {
      return "explicitDeny";
    }
    boolean allowed =
        any(identity, "Allow", request)
            && (boundary.isEmpty() || any(limits, "Allow", request))
            && (session.isEmpty() || any(passed, "Allow", request));
    return allowed ? "allowed" : "implicitDeny";
  }

  private static boolean any(List<Document> documents, String effect, Request request) {
    return documents.stream()
        .anyMatch(
            document ->
                document.statements().stream()
                    .filter(statement -> statement.effect().value().equals(effect))
                    .anyMatch(
                        statement ->
                            new NaiveStatement(statement, document.version(), request).applies()));
  }
}
