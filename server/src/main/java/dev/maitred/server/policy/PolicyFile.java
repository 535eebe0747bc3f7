package dev.maitred.server.policy;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.server.IoReason;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policy in a file.
 *
 * @param file where it lies
 * @param text the JSON
 */
record PolicyFile(Path file, String text) {

  /**
   * Reads a file.
   *
   * @throws Unanswerable if it can't be read
   */
  static PolicyFile read(Path file) {
    try {
      return new PolicyFile(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      throw new Unanswerable("The file `%s` is not UTF-8.".formatted(file));
    } catch (IOException e) {
      throw new Unanswerable("The file `%s` can't be read: %s.".formatted(file, IoReason.of(e)));
    }
  }

  /**
   * The policy, called by its file's name.
   *
   * @throws Unanswerable if it is none, with the place
   */
  AttachedPolicy attached() {
    return new AttachedPolicy(new PolicySource.ByName(file.toString()), policy());
  }

  /** The policy, as {@link #attached}. */
  Policy policy() {
    try {
      return Policy.parse(text);
    } catch (PolicySyntaxException e) {
      throw new Unanswerable("The file `%s` is no policy: %s.".formatted(file, e.getMessage()));
    }
  }
}
