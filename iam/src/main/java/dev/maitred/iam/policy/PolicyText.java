package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.Quota;
import dev.maitred.policy.validate.PolicySize;
import dev.maitred.policy.validate.PolicyValidator;

/** The checks that a policy document passes before it is kept. */
public final class PolicyText {
  private PolicyText() {}

  /** Refuses what is not a valid identity-based policy, with IAM's message. */
  public static void check(String document) {
    PolicyValidator.identityPolicy(document)
        .ifPresent(
            malformed -> {
              throw IamErrors.malformedPolicy(malformed.message());
            });
  }

  /**
   * Refuses what {@link #check} refuses, and what is too long for a version of a managed policy.
   */
  static void checkManaged(String document) {
    check(document);
    if (PolicySize.of(document) > Quota.POLICY_SIZE.most()) {
      throw Quota.POLICY_SIZE.exceeded();
    }
  }
}
