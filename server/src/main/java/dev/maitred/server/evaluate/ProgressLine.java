package dev.maitred.server.evaluate;

import dev.maitred.recommend.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far the work is on one line that is written over, or on a new line at times where
 * nobody watches a terminal.
 */
final class ProgressLine implements Progress {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_UNWATCHED = Duration.ofSeconds(10);
  private static final double ENOUGH_TO_FORESEE = 0.02;

  private final PrintWriter out;
  private final String subject;
  private final boolean watched;
  private final long start = System.nanoTime();
  private long said = start - PAUSE_UNWATCHED.toNanos() + PAUSE.toNanos();

  ProgressLine(PrintWriter out, String subject, boolean watched) {
    this.out = out;
    this.subject = subject;
    this.watched = watched;
  }

  @Override
  public void at(String component, double fraction, String detail) {
    long now = System.nanoTime();
    if (now - said < (watched ? PAUSE : PAUSE_UNWATCHED).toNanos()) {
      return;
    }
    said = now;
    String line =
        "%s: %3.0f %%  %s%s%s"
            .formatted(subject, 100 * fraction, component, told(detail), left(now, fraction));
    out.print(watched ? "\r\u001b[K" + line : line + System.lineSeparator());
    out.flush();
  }

  private static String told(String detail) {
    return detail.isEmpty() ? "" : " " + detail;
  }

  /** Wipes the line. */
  void end() {
    if (watched) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private String left(long now, double fraction) {
    if (fraction < ENOUGH_TO_FORESEE || fraction >= 1) {
      return "";
    }
    double seconds = (now - start) / 1e9 * (1 - fraction) / fraction;
    return String.format(Locale.ROOT, ", about %.0f s left", seconds);
  }
}
