package dev.maitred.server.demo;

import java.io.PrintWriter;

/** Tells the story in plain lines: numbered steps, and under each what came of it. */
final class Narrator {
  private final PrintWriter out;
  private int steps;

  Narrator(PrintWriter out) {
    this.out = out;
  }

  /** A new step of the story. */
  void step(String text) {
    steps++;
    out.printf("%n%2d. %s%n", steps, text);
    out.flush();
  }

  /** What came of the step, one line for each line of {@code text}. */
  void tell(String text) {
    text.lines().forEach(line -> out.println("    " + line));
    out.flush();
  }

  /** A line of its own, as it is. */
  void line(String text) {
    out.println(text);
    out.flush();
  }
}
