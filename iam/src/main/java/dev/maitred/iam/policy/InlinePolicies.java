package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.UrlText;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.InlinePolicy;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import dev.maitred.policy.validate.PolicySize;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** The policies that are part of one user, group or role. */
public final class InlinePolicies implements IamHandler {
  private final IamStore store;

  public InlinePolicies(IamStore store) {
    this.store = store;
  }

  @Override
  public PutUserPolicyResponse putUserPolicy(PutUserPolicyRequest in) {
    put(Kind.USER, in.userName(), new InlinePolicy(in.policyName(), in.policyDocument()));
    return PutUserPolicyResponse.builder().build();
  }

  @Override
  public PutGroupPolicyResponse putGroupPolicy(PutGroupPolicyRequest in) {
    put(Kind.GROUP, in.groupName(), new InlinePolicy(in.policyName(), in.policyDocument()));
    return PutGroupPolicyResponse.builder().build();
  }

  @Override
  public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest in) {
    put(Kind.ROLE, in.roleName(), new InlinePolicy(in.policyName(), in.policyDocument()));
    return PutRolePolicyResponse.builder().build();
  }

  @Override
  public GetUserPolicyResponse getUserPolicy(GetUserPolicyRequest in) {
    InlinePolicy policy = get(Kind.USER, in.userName(), in.policyName());
    return GetUserPolicyResponse.builder()
        .userName(in.userName())
        .policyName(policy.name())
        .policyDocument(UrlText.encode(policy.document()))
        .build();
  }

  @Override
  public GetGroupPolicyResponse getGroupPolicy(GetGroupPolicyRequest in) {
    InlinePolicy policy = get(Kind.GROUP, in.groupName(), in.policyName());
    return GetGroupPolicyResponse.builder()
        .groupName(in.groupName())
        .policyName(policy.name())
        .policyDocument(UrlText.encode(policy.document()))
        .build();
  }

  @Override
  public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest in) {
    InlinePolicy policy = get(Kind.ROLE, in.roleName(), in.policyName());
    return GetRolePolicyResponse.builder()
        .roleName(in.roleName())
        .policyName(policy.name())
        .policyDocument(UrlText.encode(policy.document()))
        .build();
  }

  @Override
  public DeleteUserPolicyResponse deleteUserPolicy(DeleteUserPolicyRequest in) {
    delete(Kind.USER, in.userName(), in.policyName());
    return DeleteUserPolicyResponse.builder().build();
  }

  @Override
  public DeleteGroupPolicyResponse deleteGroupPolicy(DeleteGroupPolicyRequest in) {
    delete(Kind.GROUP, in.groupName(), in.policyName());
    return DeleteGroupPolicyResponse.builder().build();
  }

  @Override
  public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest in) {
    delete(Kind.ROLE, in.roleName(), in.policyName());
    return DeleteRolePolicyResponse.builder().build();
  }

  @Override
  public ListUserPoliciesResponse listUserPolicies(ListUserPoliciesRequest in) {
    Page<String> page = names(Kind.USER, in.userName(), in.marker(), in.maxItems());
    return ListUserPoliciesResponse.builder()
        .policyNames(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public ListGroupPoliciesResponse listGroupPolicies(ListGroupPoliciesRequest in) {
    Page<String> page = names(Kind.GROUP, in.groupName(), in.marker(), in.maxItems());
    return ListGroupPoliciesResponse.builder()
        .policyNames(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest in) {
    Page<String> page = names(Kind.ROLE, in.roleName(), in.marker(), in.maxItems());
    return ListRolePoliciesResponse.builder()
        .policyNames(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private void put(Kind kind, String name, InlinePolicy policy) {
    PolicyText.check(policy.document());
    store.change(
        tables -> {
          Identity identity = Lookup.identity(tables, kind, name);
          tables.inlinePolicies().put(identity, policy);
          checkSum(tables, identity);
        });
  }

  /**
   * The quota is on all inline policies of one identity together (IAM user guide, "IAM and AWS STS
   * quotas").
   */
  private static void checkSum(Tables tables, Identity identity) {
    int limit =
        switch (identity.kind()) {
          case USER -> 2048;
          case GROUP -> 5120;
          case ROLE -> 10240;
        };
    int sum =
        tables.inlinePolicies().of(identity.id()).stream()
            .mapToInt(policy -> PolicySize.of(policy.document()))
            .sum();
    if (sum > limit) {
      throw IamErrors.limitExceeded(
          "Maximum policy size of "
              + limit
              + " bytes exceeded for "
              + identity.kind().word()
              + " "
              + identity.name());
    }
  }

  private InlinePolicy get(Kind kind, String name, String policyName) {
    return store.read(
        tables ->
            tables
                .inlinePolicies()
                .find(Lookup.identity(tables, kind, name), policyName)
                .orElseThrow(() -> IamErrors.noSuchInlinePolicy(kind, policyName)));
  }

  private void delete(Kind kind, String name, String policyName) {
    store.change(
        tables -> {
          if (!tables.inlinePolicies().remove(Lookup.identity(tables, kind, name), policyName)) {
            throw IamErrors.noSuchInlinePolicy(kind, policyName);
          }
        });
  }

  private Page<String> names(
      Kind kind, String name, @Nullable String marker, @Nullable Integer maxItems) {
    List<InlinePolicy> policies =
        store.read(tables -> tables.inlinePolicies().of(Lookup.identity(tables, kind, name).id()));
    return Page.of(
        policies.stream().map(InlinePolicy::name).toList(), policy -> policy, marker, maxItems);
  }
}
