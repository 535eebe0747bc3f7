package dev.maitred.conformance.policies;

import java.util.Arrays;

/** What one side says of a case. */
enum Verdict {
  ALLOWED("allowed"),
  EXPLICIT_DENY("explicitDeny"),
  IMPLICIT_DENY("implicitDeny"),
  /** It does not take the case for one. */
  REFUSED("refused");

  private final String name;

  Verdict(String name) {
    this.name = name;
  }

  static Verdict named(String name) {
    return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
