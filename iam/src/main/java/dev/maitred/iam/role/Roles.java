package dev.maitred.iam.role;

import dev.maitred.iam.boundary.Boundaries;
import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.operation.UniqueId;
import dev.maitred.iam.operation.UrlText;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import dev.maitred.iam.tag.TagSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** Roles. */
public final class Roles implements IamHandler {
  private static final int DEFAULT_SESSION_SECONDS = 3600;

  private final IamStore store;

  public Roles(IamStore store) {
    this.store = store;
  }

  @Override
  public CreateRoleResponse createRole(CreateRoleRequest in) {
    String path = Lookup.path(in.path());
    String id = UniqueId.entity(Kind.ROLE.idPrefix());
    Integer seconds = in.maxSessionDuration();
    Role.Builder role =
        Role.builder()
            .roleName(in.roleName())
            .roleId(id)
            .path(path)
            .arn(Kind.ROLE.arn(store.account(), path, in.roleName()))
            .description(in.description())
            .maxSessionDuration(seconds == null ? DEFAULT_SESSION_SECONDS : seconds)
            .createDate(Lookup.now());
    if (in.hasTags()) {
      role.tags(TagSet.ofIdentity(Kind.ROLE, in.tags()).tags());
    }
    Role created = store.write(tables -> shown(tables, insert(tables, id, path, role, in)));
    return CreateRoleResponse.builder()
        .role(created.toBuilder().maxSessionDuration(null).build())
        .build();
  }

  private Identity insert(
      Tables tables, String id, String path, Role.Builder role, CreateRoleRequest in) {
    if (tables.identities().find(Kind.ROLE, in.roleName()).isPresent()) {
      throw IamErrors.alreadyExists("Role with name " + in.roleName() + " already exists.");
    }
    Quota.ROLES.requireRoom(tables.identities().count(Kind.ROLE));
    String trust = trustPolicy(tables).checked(in.assumeRolePolicyDocument());
    Identity identity =
        Identity.of(
                Kind.ROLE, id, in.roleName(), path, role.assumeRolePolicyDocument(trust).build())
            .bounded(Boundaries.existing(tables, Optional.ofNullable(in.permissionsBoundary())));
    tables.identities().insert(identity);
    return identity;
  }

  @Override
  public GetRoleResponse getRole(GetRoleRequest in) {
    Role role = store.read(tables -> shown(tables, Lookup.role(tables, in.roleName())));
    return GetRoleResponse.builder()
        .role(role.toBuilder().roleLastUsed(RoleLastUsed.builder().build()).build())
        .build();
  }

  @Override
  public ListRolesResponse listRoles(ListRolesRequest in) {
    return store.read(
        tables -> {
          List<Identity> roles = tables.identities().list(Kind.ROLE, Lookup.path(in.pathPrefix()));
          Page<Identity> page = Page.of(roles, Identity::name, in.marker(), in.maxItems());
          return ListRolesResponse.builder()
              .roles(page.map(role -> listed(shown(tables, role))))
              .isTruncated(page.isTruncated())
              .marker(page.marker())
              .build();
        });
  }

  @Override
  public UpdateRoleResponse updateRole(UpdateRoleRequest in) {
    update(in.roleName(), in.description(), in.maxSessionDuration());
    return UpdateRoleResponse.builder().build();
  }

  @Override
  public UpdateRoleDescriptionResponse updateRoleDescription(UpdateRoleDescriptionRequest in) {
    return UpdateRoleDescriptionResponse.builder()
        .role(update(in.roleName(), in.description(), null))
        .build();
  }

  private Role update(
      String name, @Nullable String description, @Nullable Integer maxSessionDuration) {
    return store.write(
        tables -> {
          Identity identity = Lookup.role(tables, name);
          Role.Builder role = identity.as(Role.class).toBuilder();
          Optional.ofNullable(description).ifPresent(role::description);
          Optional.ofNullable(maxSessionDuration).ifPresent(role::maxSessionDuration);
          Identity updated = identity.with(role.build());
          tables.identities().update(updated);
          return shown(tables, updated);
        });
  }

  @Override
  public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(UpdateAssumeRolePolicyRequest in) {
    store.change(
        tables -> {
          Identity identity = Lookup.role(tables, in.roleName());
          String trust = trustPolicy(tables).checked(in.policyDocument());
          Role role = identity.as(Role.class).toBuilder().assumeRolePolicyDocument(trust).build();
          tables.identities().update(identity.with(role));
        });
    return UpdateAssumeRolePolicyResponse.builder().build();
  }

  @Override
  public DeleteRoleResponse deleteRole(DeleteRoleRequest in) {
    store.change(tables -> delete(tables, Lookup.role(tables, in.roleName())));
    return DeleteRoleResponse.builder().build();
  }

  private static void delete(Tables tables, Identity role) {
    if (!tables.attachments().of(role.id()).isEmpty()) {
      throw IamErrors.mustFirst("detach all policies");
    }
    if (!tables.inlinePolicies().of(role.id()).isEmpty()) {
      throw IamErrors.mustFirst("delete policies");
    }
    tables.identities().delete(role);
  }

  /**
   * There are no instance profiles here, so no role is in one; Terraform asks before it deletes a
   * role.
   */
  @Override
  public ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
      ListInstanceProfilesForRoleRequest in) {
    store.read(tables -> Lookup.role(tables, in.roleName()));
    return ListInstanceProfilesForRoleResponse.builder()
        .instanceProfiles(List.of())
        .isTruncated(false)
        .build();
  }

  private Role shown(Tables tables, Identity identity) {
    Role role = identity.as(Role.class);
    return role.toBuilder()
        .assumeRolePolicyDocument(UrlText.encode(trustPolicy(tables).shown(role)))
        .permissionsBoundary(identity.boundary().map(Boundaries::attached).orElse(null))
        .build();
  }

  private TrustPolicy trustPolicy(Tables tables) {
    return new TrustPolicy(tables, store.account());
  }

  private static Role listed(Role role) {
    return Role.builder()
        .path(role.path())
        .roleName(role.roleName())
        .roleId(role.roleId())
        .arn(role.arn())
        .createDate(role.createDate())
        .assumeRolePolicyDocument(role.assumeRolePolicyDocument())
        .description(role.description())
        .maxSessionDuration(role.maxSessionDuration())
        .build();
  }
}
