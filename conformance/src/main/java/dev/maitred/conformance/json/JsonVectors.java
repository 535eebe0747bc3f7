package dev.maitred.conformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.conformance.Outcome;
import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.protocol.JsonInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * JSONTestSuite: a file {@code y_*.json} is JSON, {@code n_*.json} is not, and of {@code i_*.json}
 * a parser may say what it likes, but must say it.
 */
public final class JsonVectors {
  private final Predicate<byte[]> parser;
  private final Outcome.Tally tally = new Outcome.Tally();

  private JsonVectors(Predicate<byte[]> parser) {
    this.parser = parser;
  }

  /** Replays every file against the parser of request bodies. */
  public static Outcome wire(Path folder) {
    return new JsonVectors(JsonVectors::isRequestBody).replay(folder).outcome("json, wire");
  }

  /** Replays every file against the parser of policies. */
  public static Outcome policy(Path folder) {
    return new JsonVectors(JsonVectors::isJsonToPolicies).replay(folder).outcome("json, policy");
  }

  private static boolean isRequestBody(byte[] text) {
    try {
      return !JsonInput.parse(text).isMissingNode();
    } catch (AwsError refused) {
      return false;
    }
  }

  /** Whether the policy parser takes a text for JSON, be it a policy or not. */
  private static boolean isJsonToPolicies(byte[] text) {
    try {
      Document.parse(new String(text, UTF_8));
      return true;
    } catch (PolicySyntaxException refused) {
      return refused.isJson();
    }
  }

  private Outcome.Tally replay(Path folder) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      tally.failed("There is no JSON file in " + folder + ".");
    }
    files.forEach(this::replayFile);
    return tally;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replayFile(Path file) {
    String name = file.getFileName().toString();
    try {
      boolean accepted = parser.test(Files.readAllBytes(file));
      judge(name, accepted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError crash) {
      tally.failed(name + " made the parser fail: " + crash);
    }
  }

  private void judge(String name, boolean accepted) {
    char kind = name.charAt(0);
    if (kind == 'y' && !accepted) {
      tally.failed(name + " was refused");
    } else if (kind == 'n' && accepted) {
      tally.failed(name + " was accepted");
    } else {
      tally.met(
          switch (kind) {
            case 'y' -> "accepted";
            case 'n' -> "refused";
            default -> "answered either way";
          });
    }
  }
}
