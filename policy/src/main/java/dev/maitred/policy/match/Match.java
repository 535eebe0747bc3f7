package dev.maitred.policy.match;

/** Whether an element, or a statement as a whole, applies to a request. */
public sealed interface Match {
  /** It applies. */
  Match MATCHES = new Matches();

  /** It applies. */
  record Matches() implements Match {}

  /** It does not apply. */
  record DoesNotMatch(Reason reason) implements Match {}

  /** It could not be evaluated, and so does not apply. */
  record CannotTell(Reason reason) implements Match {}

  /** A Deny that could not be evaluated because of who asks and with what, and so applies. */
  record Presumed(Reason reason) implements Match {}

  /** Whether it applies. */
  default boolean matches() {
    return this instanceof Matches || this instanceof Presumed;
  }
}
