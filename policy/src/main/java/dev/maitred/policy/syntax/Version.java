package dev.maitred.policy.syntax;

import java.util.Optional;

/** A version of the policy language; policy variables exist only in the newer one. */
public enum Version {
  /** The version of policies that name none. {@code ${...}} is plain text in it. */
  V2008_10_17("2008-10-17"),
  /** The current version. */
  V2012_10_17("2012-10-17");

  private final String text;

  Version(String text) {
    this.text = text;
  }

  static Optional<Version> named(String text) {
    for (Version version : values()) {
      if (version.text.equals(text)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
