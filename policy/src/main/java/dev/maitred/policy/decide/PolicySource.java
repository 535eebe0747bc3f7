package dev.maitred.policy.decide;

/** Where a policy comes from, for messages and explanations. */
public sealed interface PolicySource {
  /** What it is called: its ARN or its name. */
  String name();

  /** What an identity-based policy hangs on. */
  enum Holder {
    USER,
    GROUP,
    ROLE
  }

  /** A managed policy, attached to {@code holderName}. */
  record Managed(String arn, Holder holder, String holderName) implements PolicySource {
    @Override
    public String name() {
      return arn;
    }
  }

  /** A policy embedded in {@code holderName}. */
  record Inline(String name, Holder holder, String holderName) implements PolicySource {}

  /** A managed policy in a place that is no identity: a boundary, a session, an organization. */
  record ByArn(String arn) implements PolicySource {
    @Override
    public String name() {
      return arn;
    }
  }

  /** A policy without an ARN: given with a call, or attached to a resource. */
  record ByName(String name) implements PolicySource {}
}
