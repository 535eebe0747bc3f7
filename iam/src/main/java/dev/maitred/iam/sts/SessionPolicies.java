package dev.maitred.iam.sts;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.policy.PolicyText;
import dev.maitred.iam.store.IamStore;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * The policies passed with a session: whether they can be, and how much of the allotted space they
 * take.
 */
final class SessionPolicies {
  private static final int MAX_POLICY = 2048;
  private static final int MAX_ARNS = 10;

  // AWS packs policies and tags in a binary form it does not publish; here their characters count,
  // against as many as one plain policy may have and fifty tags of ordinary length.
  private static final int ALLOTTED = 8192;

  private SessionPolicies() {}

  /**
   * The space that policies and tags take in per cent, empty if there are none.
   *
   * @throws dev.maitred.wire.AwsError if a policy is malformed or unknown, or they are too large
   */
  static Optional<Integer> packedSize(IamStore store, AssumeRoleRequest in) {
    Optional.ofNullable(in.policy()).ifPresent(SessionPolicies::check);
    if (in.policyArns().size() > MAX_ARNS) {
      throw StsErrors.validation(
          "The number of policy ARNs is " + in.policyArns().size() + "; at most 10 can be passed.");
    }
    in.policyArns().forEach(policy -> checkKnown(store, policy.arn()));
    int characters = characters(in);
    if (characters == 0) {
      return Optional.empty();
    }
    int percent = (characters * 100 + ALLOTTED - 1) / ALLOTTED;
    if (percent > 100) {
      throw StsErrors.packedPolicyTooLarge(percent);
    }
    return Optional.of(percent);
  }

  private static void check(String policy) {
    if (policy.length() > MAX_POLICY) {
      throw StsErrors.validation(
          "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must"
              + " have length less than or equal to "
              + MAX_POLICY);
    }
    PolicyText.check(policy);
  }

  private static void checkKnown(IamStore store, String arn) {
    if (store.read(tables -> tables.policies().find(arn)).isEmpty()) {
      throw IamErrors.malformedPolicy("The policy ARN " + arn + " does not exist.");
    }
  }

  private static int characters(AssumeRoleRequest in) {
    int policy = in.policy() == null ? 0 : in.policy().length();
    int arns =
        in.policyArns().stream().map(PolicyDescriptorType::arn).mapToInt(String::length).sum();
    int tags = in.tags().stream().mapToInt(SessionPolicies::characters).sum();
    return policy + arns + tags;
  }

  private static int characters(Tag tag) {
    return tag.key().length() + tag.value().length();
  }
}
