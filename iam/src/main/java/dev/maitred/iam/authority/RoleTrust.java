package dev.maitred.iam.authority;

import dev.maitred.iam.caller.Callers;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Arn;
import dev.maitred.store.Remembered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Role;

/** Roles by ARN, with the trust policy that is attached to each as to a resource. */
final class RoleTrust {
  private final IamStore store;
  private final CompiledPolicies compiled;
  private final Remembered<String, Optional<TrustedRole>> known;

  RoleTrust(IamStore store, CompiledPolicies compiled) {
    this.store = store;
    this.compiled = compiled;
    this.known = store.remembered(this::load);
  }

  /**
   * A role that may be assumed or passed.
   *
   * @param tags as the condition keys that requests on the role carry
   */
  record TrustedRole(Identity role, ResourcePolicy trust, Map<String, List<String>> tags) {}

  /** The role of that ARN, path and case included. */
  Optional<TrustedRole> find(String roleArn) {
    return known.get(roleArn);
  }

  private Optional<TrustedRole> load(String roleArn) {
    String name = Arn.nameIn(roleArn);
    return store
        .read(tables -> tables.identities().find(Kind.ROLE, name))
        .filter(role -> role.arn(store.account()).equals(roleArn))
        .map(this::trusted);
  }

  private TrustedRole trusted(Identity role) {
    String document = role.as(Role.class).assumeRolePolicyDocument();
    Map<String, List<String>> tags = new HashMap<>();
    Callers.tags(role)
        .forEach(
            (key, value) -> {
              tags.put("aws:ResourceTag/" + key, List.of(value));
              tags.put("iam:ResourceTag/" + key, List.of(value));
            });
    return new TrustedRole(
        role, ResourcePolicy.trust(compiled.of(document), store.account()), tags);
  }
}
