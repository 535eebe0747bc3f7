package dev.maitred.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * The log: plain lines on standard error, so that standard output holds only what a command
 * answers.
 */
public final class Logging {
  private static final String CONFIGURATION =
      """
      handlers = java.util.logging.ConsoleHandler
      .level = WARNING
      dev.maitred.level = INFO
      java.util.logging.ConsoleHandler.level = ALL
      java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
      """;

  private Logging() {}

  static void configure() {
    load(CONFIGURATION);
  }

  /** Leaves out the lines that tell of ordinary work. */
  public static void warningsOnly() {
    load(CONFIGURATION.replace("dev.maitred.level = INFO", "dev.maitred.level = WARNING"));
  }

  private static void load(String configuration) {
    try {
      LogManager.getLogManager()
          .readConfiguration(
              new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
