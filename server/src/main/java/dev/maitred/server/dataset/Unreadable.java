package dev.maitred.server.dataset;

/** A file can't be read as a data set; the message says what is wrong, where, and what would do. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
