package dev.maitred.wire.constraint;

/** A test of one value against its shape. */
interface Check {
  /** Nothing to satisfy. */
  Check NONE = (value, path, violations) -> {};

  /**
   * Adds what is wrong.
   *
   * @param path where the value is, as messages name it, such as {@code tags.1.member.key}
   */
  void check(Object value, String path, Violations violations);
}
