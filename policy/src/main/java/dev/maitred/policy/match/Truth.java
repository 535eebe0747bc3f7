package dev.maitred.policy.match;

/** The outcome of one comparison. */
public enum Truth {
  FALSE,
  /** The policy's side could not be read. */
  UNKNOWN,
  /** The request's side could not be read, or has no value for a variable. */
  UNREADABLE,
  TRUE;

  /** {@link #TRUE} or {@link #FALSE}. */
  public static Truth of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** Whether both hold; a false one outweighs one in doubt, and the policy's doubt the other. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The opposite; what is in doubt stays so. */
  public Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN, UNREADABLE -> this;
    };
  }

  /** Whether one of the two holds; a true one outweighs one in doubt. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
