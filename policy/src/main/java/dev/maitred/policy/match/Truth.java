package dev.maitred.policy.match;

/** The outcome of one comparison. */
public enum Truth {
  TRUE,
  FALSE,
  /** One side could not be read, or a variable had no value. */
  UNKNOWN;

  /** {@link #TRUE} or {@link #FALSE}. */
  public static Truth of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** Whether one of the two holds; a true one outweighs an unknown one. */
  public Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == UNKNOWN ? UNKNOWN : other;
  }
}
