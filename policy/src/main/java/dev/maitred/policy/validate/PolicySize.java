package dev.maitred.policy.validate;

/** The size of a policy as IAM's quotas count it ("IAM and AWS STS quotas"). */
public final class PolicySize {
  private PolicySize() {}

  /** The characters of {@code json}, blanks not counted. */
  public static int of(String json) {
    return (int) json.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
