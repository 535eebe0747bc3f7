package dev.maitred.server.demo;

/** The story cannot go on; the message says why. */
final class StoryInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryInterrupted(String message) {
    super(message);
  }
}
