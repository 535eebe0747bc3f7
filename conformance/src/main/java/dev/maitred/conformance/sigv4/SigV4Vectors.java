package dev.maitred.conformance.sigv4;

import dev.maitred.conformance.Outcome;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.SignatureCheck;
import dev.maitred.wire.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Signature Version 4 suite of aws-c-auth: a folder a case, with {@code context.json}, {@code
 * header-signed-request.txt} and {@code query-signed-request.txt}.
 */
public final class SigV4Vectors {
  private final Outcome.Tally tally = new Outcome.Tally();

  private SigV4Vectors() {}

  /** Replays every case of a folder. */
  public static Outcome replay(Path folder) {
    SigV4Vectors vectors = new SigV4Vectors();
    List<Path> cases = cases(folder);
    if (cases.isEmpty()) {
      vectors.tally.failed("There is no case in " + folder + ".");
    }
    cases.forEach(vectors::replayCase);
    return vectors.tally.outcome("sigv4");
  }

  private static List<Path> cases(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.exists(entry.resolve("context.json"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replayCase(Path folder) {
    SigningContext context =
        SigningContext.read(JsonMapper.shared().readTree(text(folder, "context.json")));
    String name = folder.getFileName().toString();
    replayForm(
        name + " (header)",
        context,
        text(folder, "header-signed-request.txt"),
        Mutation.ofHeaderForm(context));
    replayForm(
        name + " (query)",
        context,
        text(folder, "query-signed-request.txt"),
        Mutation.ofQueryForm(context));
  }

  private void replayForm(
      String name, SigningContext context, String signed, List<Mutation> mutations) {
    requireAccepted(name, context, RequestText.parse(signed));
    for (Mutation mutation : mutations) {
      requireRefused(name, context, mutation, mutation.of(RequestText.parse(signed)));
    }
  }

  private void requireAccepted(String name, SigningContext context, HttpRequest request) {
    try {
      SignatureCheck.Verified verified = context.check(Duration.ZERO).check(request);
      verified.body().readAllBytes();
      tally.met("signed requests accepted");
    } catch (AwsError e) {
      tally.failed(name + " was refused: " + e.code() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireRefused(
      String name, SigningContext context, Mutation mutation, HttpRequest altered) {
    try {
      context.check(mutation.later()).check(altered);
      tally.failed(name + " was accepted with another " + mutation.name());
    } catch (AwsError e) {
      if (e.code().equals(mutation.fault().name())) {
        tally.met("mutations refused");
      } else {
        tally.failed(
            "%s with another %s was refused as %s, not %s: %s"
                .formatted(name, mutation.name(), e.code(), mutation.fault(), e.getMessage()));
      }
    }
  }

  private static String text(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
