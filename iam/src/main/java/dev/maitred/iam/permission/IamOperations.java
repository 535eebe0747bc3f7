package dev.maitred.iam.permission;

import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Kind;
import dev.maitred.wire.access.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

/**
 * What each operation of IAM requires (service authorization reference, "Actions, resources, and
 * condition keys for AWS Identity and Access Management").
 *
 * <p>Every operation has the action of its own name. Actions that list everything of a kind know no
 * resource.
 */
public final class IamOperations {
  private static final String BOUNDARY = "iam:PermissionsBoundary";
  private static final String POLICY_ARN = "iam:PolicyARN";

  private final Targets targets;

  public IamOperations(IamStore store) {
    this.targets = new Targets(store);
  }

  /** The table. */
  public List<Row<?>> rows() {
    return Stream.of(
            users(), groups(), roles(), managedPolicies(), simulations(), policiesOfIdentities())
        .flatMap(List::stream)
        .toList();
  }

  private List<Row<?>> users() {
    return List.of(
        creating(
            CreateUserRequest.class,
            "iam:TagUser",
            in ->
                targets
                    .made(Kind.USER, in.path(), in.userName())
                    .with(BOUNDARY, in.permissionsBoundary())
                    .requesting(in.tags())),
        row(GetUserRequest.class, in -> targets.userOrCaller(in.userName())),
        renaming(
            UpdateUserRequest.class,
            in -> targets.user(in.userName()),
            in -> targets.renamed(Kind.USER, in.userName(), in.newPath(), in.newUserName())),
        row(DeleteUserRequest.class, in -> targets.user(in.userName())),
        row(ListUsersRequest.class, in -> Target.ALL),
        row(TagUserRequest.class, in -> targets.user(in.userName()).requesting(in.tags())),
        row(UntagUserRequest.class, in -> targets.user(in.userName()).withTagKeys(in.tagKeys())),
        row(ListUserTagsRequest.class, in -> targets.user(in.userName())),
        row(
            PutUserPermissionsBoundaryRequest.class,
            in -> targets.user(in.userName()).with(BOUNDARY, in.permissionsBoundary())),
        row(DeleteUserPermissionsBoundaryRequest.class, in -> targets.boundedUser(in.userName())),
        row(CreateAccessKeyRequest.class, in -> targets.userOrCaller(in.userName())),
        row(ListAccessKeysRequest.class, in -> targets.userOrCaller(in.userName())),
        row(UpdateAccessKeyRequest.class, in -> targets.userOrCaller(in.userName())),
        row(DeleteAccessKeyRequest.class, in -> targets.userOrCaller(in.userName())),
        row(GetAccessKeyLastUsedRequest.class, in -> targets.ownerOf(in.accessKeyId())),
        row(ListGroupsForUserRequest.class, in -> targets.user(in.userName())));
  }

  private List<Row<?>> groups() {
    return List.of(
        row(CreateGroupRequest.class, in -> targets.made(Kind.GROUP, in.path(), in.groupName())),
        row(GetGroupRequest.class, in -> targets.group(in.groupName())),
        renaming(
            UpdateGroupRequest.class,
            in -> targets.group(in.groupName()),
            in -> targets.renamed(Kind.GROUP, in.groupName(), in.newPath(), in.newGroupName())),
        row(DeleteGroupRequest.class, in -> targets.group(in.groupName())),
        row(ListGroupsRequest.class, in -> Target.ALL),
        row(AddUserToGroupRequest.class, in -> targets.group(in.groupName())),
        row(RemoveUserFromGroupRequest.class, in -> targets.group(in.groupName())));
  }

  private List<Row<?>> roles() {
    return List.of(
        creating(
            CreateRoleRequest.class,
            "iam:TagRole",
            in ->
                targets
                    .made(Kind.ROLE, in.path(), in.roleName())
                    .with(BOUNDARY, in.permissionsBoundary())
                    .requesting(in.tags())),
        row(GetRoleRequest.class, in -> targets.role(in.roleName())),
        row(UpdateRoleRequest.class, in -> targets.role(in.roleName())),
        row(UpdateRoleDescriptionRequest.class, in -> targets.role(in.roleName())),
        row(UpdateAssumeRolePolicyRequest.class, in -> targets.role(in.roleName())),
        row(DeleteRoleRequest.class, in -> targets.role(in.roleName())),
        row(ListRolesRequest.class, in -> Target.ALL),
        row(ListInstanceProfilesForRoleRequest.class, in -> targets.role(in.roleName())),
        row(TagRoleRequest.class, in -> targets.role(in.roleName()).requesting(in.tags())),
        row(UntagRoleRequest.class, in -> targets.role(in.roleName()).withTagKeys(in.tagKeys())),
        row(ListRoleTagsRequest.class, in -> targets.role(in.roleName())),
        row(
            PutRolePermissionsBoundaryRequest.class,
            in -> targets.role(in.roleName()).with(BOUNDARY, in.permissionsBoundary())),
        row(DeleteRolePermissionsBoundaryRequest.class, in -> targets.boundedRole(in.roleName())));
  }

  private List<Row<?>> managedPolicies() {
    return List.of(
        creating(
            CreatePolicyRequest.class,
            "iam:TagPolicy",
            in -> targets.madePolicy(in.path(), in.policyName()).requesting(in.tags())),
        row(GetPolicyRequest.class, in -> targets.policy(in.policyArn())),
        row(DeletePolicyRequest.class, in -> targets.policy(in.policyArn())),
        row(ListPoliciesRequest.class, in -> Target.ALL),
        row(CreatePolicyVersionRequest.class, in -> targets.policy(in.policyArn())),
        row(GetPolicyVersionRequest.class, in -> targets.policy(in.policyArn())),
        row(ListPolicyVersionsRequest.class, in -> targets.policy(in.policyArn())),
        row(DeletePolicyVersionRequest.class, in -> targets.policy(in.policyArn())),
        row(SetDefaultPolicyVersionRequest.class, in -> targets.policy(in.policyArn())),
        row(ListEntitiesForPolicyRequest.class, in -> targets.policy(in.policyArn())),
        row(TagPolicyRequest.class, in -> targets.policy(in.policyArn()).requesting(in.tags())),
        row(
            UntagPolicyRequest.class,
            in -> targets.policy(in.policyArn()).withTagKeys(in.tagKeys())),
        row(ListPolicyTagsRequest.class, in -> targets.policy(in.policyArn())),
        row(GetAccountSummaryRequest.class, in -> Target.ALL));
  }

  private List<Row<?>> simulations() {
    return List.of(
        row(SimulateCustomPolicyRequest.class, in -> Target.ALL),
        row(SimulatePrincipalPolicyRequest.class, in -> Target.of(in.policySourceArn())),
        row(GetContextKeysForCustomPolicyRequest.class, in -> Target.ALL),
        row(GetContextKeysForPrincipalPolicyRequest.class, in -> Target.of(in.policySourceArn())));
  }

  private List<Row<?>> policiesOfIdentities() {
    return List.of(
        row(PutUserPolicyRequest.class, in -> targets.boundedUser(in.userName())),
        row(GetUserPolicyRequest.class, in -> targets.user(in.userName())),
        row(DeleteUserPolicyRequest.class, in -> targets.boundedUser(in.userName())),
        row(ListUserPoliciesRequest.class, in -> targets.user(in.userName())),
        row(
            AttachUserPolicyRequest.class,
            in -> targets.boundedUser(in.userName()).with(POLICY_ARN, in.policyArn())),
        row(
            DetachUserPolicyRequest.class,
            in -> targets.boundedUser(in.userName()).with(POLICY_ARN, in.policyArn())),
        row(ListAttachedUserPoliciesRequest.class, in -> targets.user(in.userName())),
        row(PutGroupPolicyRequest.class, in -> targets.group(in.groupName())),
        row(GetGroupPolicyRequest.class, in -> targets.group(in.groupName())),
        row(DeleteGroupPolicyRequest.class, in -> targets.group(in.groupName())),
        row(ListGroupPoliciesRequest.class, in -> targets.group(in.groupName())),
        row(
            AttachGroupPolicyRequest.class,
            in -> targets.group(in.groupName()).with(POLICY_ARN, in.policyArn())),
        row(
            DetachGroupPolicyRequest.class,
            in -> targets.group(in.groupName()).with(POLICY_ARN, in.policyArn())),
        row(ListAttachedGroupPoliciesRequest.class, in -> targets.group(in.groupName())),
        row(PutRolePolicyRequest.class, in -> targets.boundedRole(in.roleName())),
        row(GetRolePolicyRequest.class, in -> targets.role(in.roleName())),
        row(DeleteRolePolicyRequest.class, in -> targets.boundedRole(in.roleName())),
        row(ListRolePoliciesRequest.class, in -> targets.role(in.roleName())),
        row(
            AttachRolePolicyRequest.class,
            in -> targets.boundedRole(in.roleName()).with(POLICY_ARN, in.policyArn())),
        row(
            DetachRolePolicyRequest.class,
            in -> targets.boundedRole(in.roleName()).with(POLICY_ARN, in.policyArn())),
        row(ListAttachedRolePoliciesRequest.class, in -> targets.role(in.roleName())));
  }

  private static <I extends SdkPojo> Row<I> row(Class<I> input, Function<I, Target> target) {
    String action = action(input);
    return Row.of(input, action, in -> List.of(target.apply(in).requirement(action)));
  }

  /** Who makes something with tags needs the permission to tag it too. */
  private static <I extends SdkPojo> Row<I> creating(
      Class<I> input, String tagging, Function<I, Target> target) {
    String action = action(input);
    return Row.of(
        input,
        action,
        in -> {
          Target made = target.apply(in);
          return made.requestsTags()
              ? List.of(made.requirement(action), made.requirement(tagging))
              : List.of(made.requirement(action));
        });
  }

  /**
   * Who renames or moves an identity needs the permission for it as it was and as it will be (API
   * reference, UpdateUser and UpdateGroup).
   */
  private static <I extends SdkPojo> Row<I> renaming(
      Class<I> input, Function<I, Target> before, Function<I, Target> after) {
    String action = action(input);
    return Row.of(
        input,
        action,
        in ->
            Stream.of(before.apply(in), after.apply(in))
                .map(target -> target.requirement(action))
                .distinct()
                .toList());
  }

  private static String action(Class<? extends SdkPojo> input) {
    return "iam:" + Row.operation(input);
  }
}
