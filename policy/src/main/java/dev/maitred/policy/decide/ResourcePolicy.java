package dev.maitred.policy.decide;

import dev.maitred.policy.decide.PolicySource.ByName;

/**
 * A policy attached to the resource of the request.
 *
 * @param account the account that owns the resource, 12 digits
 * @param trust whether it is a role's trust policy, which must allow whatever others say
 */
public record ResourcePolicy(AttachedPolicy attached, String account, boolean trust) {
  /** A resource-based policy such as a bucket policy. */
  public static ResourcePolicy of(Policy policy, String account) {
    return new ResourcePolicy(
        new AttachedPolicy(new ByName("resource-based policy"), policy), account, false);
  }

  /** The trust policy of a role; the request's resource is the role. */
  public static ResourcePolicy trust(Policy policy, String account) {
    return new ResourcePolicy(
        new AttachedPolicy(new ByName("role trust policy"), policy), account, true);
  }

  Layer layer() {
    return trust ? Layer.ROLE_TRUST : Layer.RESOURCE;
  }
}
