package dev.maitred.iam.store;

import java.time.Instant;

/** A version of a managed policy. */
public record Version(int number, boolean isDefault, Instant created, String document) {

  /** The id, such as {@code v2}. */
  public String id() {
    return "v" + number;
  }
}
