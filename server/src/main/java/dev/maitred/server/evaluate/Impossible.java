package dev.maitred.server.evaluate;

/** What was asked for can't be done with these data or recipes; the message says why. */
public final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Impossible(String message) {
    super(message);
  }
}
