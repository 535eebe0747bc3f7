package dev.maitred.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Formatter;

/** What a benchmark has to say: shown line by line, and kept in {@code results/NAME.txt}. */
public final class Report {
  private final Path file;
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();

  private Report(Path file, PrintStream out) {
    this.file = file;
    this.out = out;
  }

  /** Begins a report with where, when and how it came to be. */
  public static Report begin(String name, String command) {
    Report report =
        new Report(Project.home().resolve("bench/results/" + name + ".txt"), System.out);
    report.line("./maitred bench %s", command);
    report.line("%s", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    report.line("%s", Machine.here());
    report.line("load average at the start %s", Machine.load());
    report.line("");
    return report;
  }

  /** Adds a line, as {@link String#format} makes it. */
  @SuppressWarnings("AnnotateFormatMethod") // the lines come from constants everywhere
  public void line(String format, Object... values) {
    String line = new Formatter().format(format, values).toString();
    out.println(line);
    text.append(line).append('\n');
  }

  /** Keeps the report. */
  public void end() throws IOException {
    line("");
    line("load average at the end %s", Machine.load());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
