package dev.maitred.iam.boundary;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryAttachmentType;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/** Permissions boundaries of users and roles. */
public final class Boundaries implements IamHandler {
  private final IamStore store;

  public Boundaries(IamStore store) {
    this.store = store;
  }

  @Override
  public PutUserPermissionsBoundaryResponse putUserPermissionsBoundary(
      PutUserPermissionsBoundaryRequest in) {
    set(Kind.USER, in.userName(), Optional.of(in.permissionsBoundary()));
    return PutUserPermissionsBoundaryResponse.builder().build();
  }

  @Override
  public PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(
      PutRolePermissionsBoundaryRequest in) {
    set(Kind.ROLE, in.roleName(), Optional.of(in.permissionsBoundary()));
    return PutRolePermissionsBoundaryResponse.builder().build();
  }

  @Override
  public DeleteUserPermissionsBoundaryResponse deleteUserPermissionsBoundary(
      DeleteUserPermissionsBoundaryRequest in) {
    set(Kind.USER, in.userName(), Optional.empty());
    return DeleteUserPermissionsBoundaryResponse.builder().build();
  }

  @Override
  public DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
      DeleteRolePermissionsBoundaryRequest in) {
    set(Kind.ROLE, in.roleName(), Optional.empty());
    return DeleteRolePermissionsBoundaryResponse.builder().build();
  }

  private void set(Kind kind, String name, Optional<String> policyArn) {
    store.change(
        tables ->
            tables
                .identities()
                .update(Lookup.identity(tables, kind, name).bounded(existing(tables, policyArn))));
  }

  /** The ARN as given, once it is sure that there is such a policy. */
  public static Optional<String> existing(Tables tables, Optional<String> policyArn) {
    policyArn.ifPresent(
        arn -> {
          if (!arn.startsWith("arn:")) {
            throw IamErrors.invalidInput("ARN " + arn + " is not valid.");
          }
          if (tables.policies().find(arn).isEmpty()) {
            throw IamErrors.noSuchEntity(
                "Scope ARN: " + arn + " does not exist or is not attachable.");
          }
        });
    return policyArn;
  }

  /** A boundary as users and roles show it. */
  public static AttachedPermissionsBoundary attached(String policyArn) {
    return AttachedPermissionsBoundary.builder()
        .permissionsBoundaryType(PermissionsBoundaryAttachmentType.PERMISSIONS_BOUNDARY_POLICY)
        .permissionsBoundaryArn(policyArn)
        .build();
  }
}
