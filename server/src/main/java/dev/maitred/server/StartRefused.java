package dev.maitred.server;

/** A start that cannot be, for a reason that the operator can mend; the message says which. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String message) {
    super(message);
  }
}
