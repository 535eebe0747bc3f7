package dev.maitred.policy.match;

import java.util.Optional;

/** A piece of a pattern. */
sealed interface Token {
  /** Text that stands for itself. */
  record Literal(String text) implements Token {}

  /** {@code *}: any run of characters, the empty one too. */
  record AnyRun() implements Token {}

  /** {@code ?}: exactly one character (UTF-16 unit). */
  record AnyOne() implements Token {}

  /**
   * {@code ${key}} or {@code ${key, 'default'}}.
   *
   * @param key in lower case
   */
  record Variable(String key, Optional<String> otherwise) implements Token {}
}
