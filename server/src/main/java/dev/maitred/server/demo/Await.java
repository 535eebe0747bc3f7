package dev.maitred.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits for one of Personalize's resources to become {@code ACTIVE}. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** The status of a resource, and why it failed if it did. */
  record State(String status, String failureReason) {
    static State of(String status, @org.jspecify.annotations.Nullable String failureReason) {
      return new State(status, failureReason == null ? "" : failureReason);
    }
  }

  private Await() {}

  /**
   * Asks {@code describe} until the resource is active, and shows {@code seen} every new status.
   *
   * @throws StoryInterrupted if it failed, or took half an hour
   */
  static void active(String what, Supplier<State> describe, Consumer<String> seen) {
    Instant end = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(end)) {
      State state = describe.get();
      if (!state.status().equals(last)) {
        last = state.status();
        seen.accept(what + ": " + last);
      }
      if (last.equals("ACTIVE")) {
        return;
      }
      if (last.endsWith("FAILED")) {
        throw new StoryInterrupted(what + " failed: " + state.failureReason());
      }
      pause();
    }
    throw new StoryInterrupted(what + " was not active after " + PATIENCE.toMinutes() + " minutes");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryInterrupted("interrupted");
    }
  }
}
