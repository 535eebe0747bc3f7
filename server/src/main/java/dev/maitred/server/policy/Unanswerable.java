package dev.maitred.server.policy;

/** A question about policies that can't be answered as it was put; the message says why. */
public final class Unanswerable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unanswerable(String message) {
    super(message);
  }
}
