package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/** Managed policies attached to users, groups and roles. */
public final class Attachments implements IamHandler {
  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:[a-z-]+:iam::(aws|\\d{12}):policy/.+");

  private final IamStore store;

  public Attachments(IamStore store) {
    this.store = store;
  }

  @Override
  public AttachUserPolicyResponse attachUserPolicy(AttachUserPolicyRequest in) {
    attach(Kind.USER, in.userName(), in.policyArn());
    return AttachUserPolicyResponse.builder().build();
  }

  @Override
  public AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest in) {
    attach(Kind.GROUP, in.groupName(), in.policyArn());
    return AttachGroupPolicyResponse.builder().build();
  }

  @Override
  public AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest in) {
    attach(Kind.ROLE, in.roleName(), in.policyArn());
    return AttachRolePolicyResponse.builder().build();
  }

  @Override
  public DetachUserPolicyResponse detachUserPolicy(DetachUserPolicyRequest in) {
    detach(Kind.USER, in.userName(), in.policyArn());
    return DetachUserPolicyResponse.builder().build();
  }

  @Override
  public DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest in) {
    detach(Kind.GROUP, in.groupName(), in.policyArn());
    return DetachGroupPolicyResponse.builder().build();
  }

  @Override
  public DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest in) {
    detach(Kind.ROLE, in.roleName(), in.policyArn());
    return DetachRolePolicyResponse.builder().build();
  }

  @Override
  public ListAttachedUserPoliciesResponse listAttachedUserPolicies(
      ListAttachedUserPoliciesRequest in) {
    Page<ManagedPolicy> page =
        attached(Kind.USER, in.userName(), in.pathPrefix(), in.marker(), in.maxItems());
    return ListAttachedUserPoliciesResponse.builder()
        .attachedPolicies(page.map(Attachments::shown))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(
      ListAttachedGroupPoliciesRequest in) {
    Page<ManagedPolicy> page =
        attached(Kind.GROUP, in.groupName(), in.pathPrefix(), in.marker(), in.maxItems());
    return ListAttachedGroupPoliciesResponse.builder()
        .attachedPolicies(page.map(Attachments::shown))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public ListAttachedRolePoliciesResponse listAttachedRolePolicies(
      ListAttachedRolePoliciesRequest in) {
    Page<ManagedPolicy> page =
        attached(Kind.ROLE, in.roleName(), in.pathPrefix(), in.marker(), in.maxItems());
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(page.map(Attachments::shown))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private void attach(Kind kind, String name, String policyArn) {
    if (!policyArn.startsWith("arn:")) {
      throw IamErrors.validation("Invalid ARN:  Could not be parsed!");
    }
    if (!POLICY_ARN.matcher(policyArn).matches()) {
      throw IamErrors.validation("ARN " + policyArn + " is not valid.");
    }
    store.change(
        tables -> {
          Identity identity = Lookup.identity(tables, kind, name);
          ManagedPolicy policy =
              tables
                  .policies()
                  .find(policyArn)
                  .orElseThrow(() -> IamErrors.notAttachable(policyArn));
          List<ManagedPolicy> attached = tables.attachments().of(identity.id());
          if (!attached.contains(policy)) {
            quota(kind).requireRoom(attached.size());
          }
          tables.attachments().add(identity, policy);
        });
  }

  private static Quota quota(Kind kind) {
    return switch (kind) {
      case USER -> Quota.ATTACHED_POLICIES_PER_USER;
      case GROUP -> Quota.ATTACHED_POLICIES_PER_GROUP;
      case ROLE -> Quota.ATTACHED_POLICIES_PER_ROLE;
    };
  }

  private void detach(Kind kind, String name, String policyArn) {
    store.change(
        tables -> {
          Identity identity = Lookup.identity(tables, kind, name);
          if (!tables.attachments().remove(identity, policyArn)) {
            throw IamErrors.noSuchPolicy(policyArn);
          }
        });
  }

  private Page<ManagedPolicy> attached(
      Kind kind,
      String name,
      @Nullable String pathPrefix,
      @Nullable String marker,
      @Nullable Integer maxItems) {
    String prefix = Lookup.path(pathPrefix);
    List<ManagedPolicy> policies =
        store.read((Tables t) -> t.attachments().of(Lookup.identity(t, kind, name).id())).stream()
            .filter(policy -> policy.path().startsWith(prefix))
            .toList();
    return Page.of(policies, p -> p.name() + " " + p.arn(), marker, maxItems);
  }

  private static AttachedPolicy shown(ManagedPolicy policy) {
    return AttachedPolicy.builder().policyName(policy.name()).policyArn(policy.arn()).build();
  }
}
