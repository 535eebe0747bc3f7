package dev.maitred.policy.match;

/**
 * How a resource-based policy names a caller, from weakest to strongest.
 *
 * <p>The order matters: what a grant bypasses depends on it (IAM user guide, "Policy evaluation
 * logic", resource-based policies).
 */
public enum Naming {
  /** Not at all. */
  NONE,
  /** By its account: the account's own policies decide further. */
  ACCOUNT,
  /** By the role or user its session comes from: identity policies need not allow as well. */
  INDIRECT,
  /** Itself, or everyone: no other policy needs to allow. */
  DIRECT
}
