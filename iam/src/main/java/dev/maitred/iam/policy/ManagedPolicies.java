package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.operation.UniqueId;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import dev.maitred.iam.store.Version;
import dev.maitred.iam.tag.TagSet;
import dev.maitred.wire.shape.ShapeJson;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/** Managed policies: the account's own, which can be changed, and AWS's, which can not. */
public final class ManagedPolicies implements IamHandler {
  private final IamStore store;

  public ManagedPolicies(IamStore store) {
    this.store = store;
  }

  @Override
  public CreatePolicyResponse createPolicy(CreatePolicyRequest in) {
    PolicyText.checkManaged(in.policyDocument());
    String path = Lookup.path(in.path());
    Instant now = Lookup.now();
    String arn = ManagedPolicy.arn(store.account(), path, in.policyName());
    Policy.Builder shape =
        Policy.builder()
            .policyName(in.policyName())
            .policyId(UniqueId.entity("ANPA"))
            .arn(arn)
            .path(path)
            .isAttachable(true)
            .description(in.description())
            .createDate(now)
            .updateDate(now);
    if (in.hasTags()) {
      shape.tags(TagSet.ofPolicy(in.tags()).tags());
    }
    ManagedPolicy policy =
        new ManagedPolicy(
            arn, store.account(), in.policyName(), path, 1, ShapeJson.write(shape.build()));
    Version first = new Version(1, true, now, in.policyDocument());
    Policy created = store.write(tables -> insert(tables, policy, first));
    return CreatePolicyResponse.builder()
        .policy(created.toBuilder().description(null).build())
        .build();
  }

  private static Policy insert(Tables tables, ManagedPolicy policy, Version first) {
    if (tables.policies().hasName(policy.owner(), policy.name())) {
      throw IamErrors.alreadyExists(
          "A policy called " + policy.name() + " already exists. Duplicate names are not allowed.");
    }
    Quota.POLICIES.requireRoom(tables.policies().count(policy.owner()));
    tables.policies().put(policy);
    tables.versions().put(policy.arn(), first);
    return shown(tables, policy);
  }

  @Override
  public GetPolicyResponse getPolicy(GetPolicyRequest in) {
    Policy policy = store.read(tables -> shown(tables, Lookup.policy(tables, in.policyArn())));
    return GetPolicyResponse.builder()
        .policy(policy.toBuilder().tags(policy.tags()).build())
        .build();
  }

  @Override
  public ListPoliciesResponse listPolicies(ListPoliciesRequest in) {
    return store.read(
        tables -> {
          List<ManagedPolicy> policies =
              tables.policies().list(Lookup.path(in.pathPrefix())).stream()
                  .filter(inScope(in.scope()))
                  .filter(policy -> isAsked(tables, policy, in))
                  .toList();
          Page<ManagedPolicy> page =
              Page.of(policies, p -> p.name() + " " + p.arn(), in.marker(), in.maxItems());
          return ListPoliciesResponse.builder()
              .policies(page.map(policy -> listed(shown(tables, policy))))
              .isTruncated(page.isTruncated())
              .marker(page.marker())
              .build();
        });
  }

  private static Predicate<ManagedPolicy> inScope(@Nullable PolicyScopeType scope) {
    return policy ->
        switch (scope) {
          case AWS -> policy.isAws();
          case LOCAL -> !policy.isAws();
          case null, default -> true;
        };
  }

  private static boolean isAsked(Tables tables, ManagedPolicy policy, ListPoliciesRequest in) {
    boolean permissions = tables.attachments().count(policy.arn()) > 0;
    boolean boundary = tables.identities().countBoundedBy(policy.arn()) > 0;
    boolean used =
        switch (in.policyUsageFilter()) {
          case PERMISSIONS_POLICY -> permissions;
          case PERMISSIONS_BOUNDARY -> boundary;
          case null, default -> permissions || boundary;
        };
    boolean onlyUsed = Boolean.TRUE.equals(in.onlyAttached()) || filters(in.policyUsageFilter());
    return used || !onlyUsed;
  }

  private static boolean filters(@Nullable PolicyUsageType usage) {
    return usage != null;
  }

  @Override
  public DeletePolicyResponse deletePolicy(DeletePolicyRequest in) {
    store.change(tables -> delete(tables, Lookup.policy(tables, in.policyArn())));
    return DeletePolicyResponse.builder().build();
  }

  private static void delete(Tables tables, ManagedPolicy policy) {
    PolicyVersions.refuseAws(policy);
    if (tables.attachments().count(policy.arn()) > 0
        || tables.identities().countBoundedBy(policy.arn()) > 0) {
      throw IamErrors.deleteConflict("Cannot delete a policy attached to entities.");
    }
    if (tables.versions().of(policy.arn()).size() > 1) {
      throw IamErrors.deleteConflict(
          "This policy has more than one version. Before you delete a policy, you must delete the"
              + " policy's versions. The default version is deleted with the policy.");
    }
    tables.policies().delete(policy);
  }

  private static Policy shown(Tables tables, ManagedPolicy policy) {
    return policy.policy().toBuilder()
        .defaultVersionId(tables.versions().inForce(policy.arn()).id())
        .attachmentCount(tables.attachments().count(policy.arn()))
        .permissionsBoundaryUsageCount(tables.identities().countBoundedBy(policy.arn()))
        .build();
  }

  private static Policy listed(Policy policy) {
    return Policy.builder()
        .policyName(policy.policyName())
        .policyId(policy.policyId())
        .arn(policy.arn())
        .path(policy.path())
        .defaultVersionId(policy.defaultVersionId())
        .attachmentCount(policy.attachmentCount())
        .permissionsBoundaryUsageCount(policy.permissionsBoundaryUsageCount())
        .isAttachable(policy.isAttachable())
        .createDate(policy.createDate())
        .updateDate(policy.updateDate())
        .build();
  }
}
