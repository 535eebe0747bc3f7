package dev.maitred.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until one of the server's resources has reached its end state. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waiting() {}

  /** The status that {@code describe} gives once it is {@code ACTIVE} or has failed. */
  public static String settled(Supplier<String> describe) {
    Instant end = Instant.now().plus(PATIENCE);
    String status = describe.get();
    while (!status.equals("ACTIVE") && !status.endsWith("FAILED") && !status.endsWith("STOPPED")) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still " + status + " after " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      status = describe.get();
    }
    return status;
  }
}
