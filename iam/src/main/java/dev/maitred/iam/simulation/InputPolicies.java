package dev.maitred.iam.simulation;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.syntax.PolicySyntaxException;
import java.util.List;
import java.util.stream.IntStream;

/** Policies that come with a call. */
final class InputPolicies {
  private InputPolicies() {}

  /**
   * The policies, each called by the list's name and its place in it, such as {@code
   * PolicyInputList.1}.
   *
   * @throws dev.maitred.wire.AwsError InvalidInput for a text that is no policy
   */
  static List<AttachedPolicy> of(String list, List<String> documents) {
    return IntStream.range(0, documents.size())
        .mapToObj(at -> attached(list + "." + (at + 1), documents.get(at)))
        .toList();
  }

  /** One policy, as {@link #of}. */
  static AttachedPolicy attached(String name, String document) {
    try {
      return new AttachedPolicy(new PolicySource.ByName(name), Policy.parse(document));
    } catch (PolicySyntaxException e) {
      throw IamErrors.invalidInput(name + " is no policy: " + e.getMessage() + ".");
    }
  }
}
