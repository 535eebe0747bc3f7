package dev.maitred.policy.explain;

import static java.util.stream.Collectors.joining;

import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Deciding;
import dev.maitred.policy.decide.Decision;
import java.util.List;

/**
 * Why a request was decided as it was.
 *
 * @param decision what was decided
 * @param considered what every statement that had a say made of the request
 */
public record Explanation(Decision decision, List<Considered> considered) {
  /** The explanation of {@code decision}. */
  public static Explanation of(Decision decision) {
    return new Explanation(decision, decision.considered());
  }

  /** The decision by its name in IAM's simulator: {@code allowed}, {@code explicitDeny}, ... */
  public String verdict() {
    return switch (decision) {
      case Decision.Allowed _ -> "allowed";
      case Decision.DeniedExplicitly _ -> "explicitDeny";
      case Decision.DeniedImplicitly _ -> "implicitDeny";
    };
  }

  /** The statements that the decision rests on; none for an implicit denial. */
  public List<Deciding> deciding() {
    return switch (decision) {
      case Decision.Allowed allowed -> allowed.because();
      case Decision.DeniedExplicitly denied -> List.of(denied.because());
      case Decision.DeniedImplicitly _ -> List.of();
    };
  }

  /**
   * The narrowest statements that would allow the request, one for each layer that must and does
   * not.
   *
   * @return none if it is allowed, if a statement denies it, or if it cannot be read, or is longer
   *     than a policy may be
   */
  public List<AllowingStatement> wouldAllow() {
    return MissingAllows.of(decision);
  }

  /** In one line what the decision rests on: the statements, or the layer that is silent. */
  public String reason() {
    return switch (decision) {
      case Decision.Allowed allowed when allowed.because().isEmpty() ->
          "because the root user of an account needs no policy";
      case Decision.DeniedImplicitly silent -> AccessDenied.because(silent);
      case Decision.Allowed _, Decision.DeniedExplicitly _ ->
          "by " + deciding().stream().map(PlainText::place).collect(joining(" and "));
    };
  }

  /** For people: a few lines of plain text, ending in a line break. */
  public String toText() {
    return new PlainText(this).write();
  }

  /** For programs: one JSON object. */
  public String toJson() {
    return new ExplanationJson(this).write();
  }
}
