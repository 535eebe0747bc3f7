package dev.maitred.iam.user;

import dev.maitred.iam.boundary.Boundaries;
import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.operation.UniqueId;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import dev.maitred.iam.tag.TagSet;
import dev.maitred.wire.access.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;
import software.amazon.awssdk.services.iam.model.User;

/** Users. */
public final class Users implements IamHandler {
  private final IamStore store;
  private final Instant accountCreated;

  /**
   * The users in {@code store}.
   *
   * @param accountCreated when the account was made, which is when its root user was
   */
  public Users(IamStore store, Instant accountCreated) {
    this.store = store;
    this.accountCreated = accountCreated;
  }

  @Override
  public CreateUserResponse createUser(CreateUserRequest in) {
    String path = Lookup.path(in.path());
    String id = UniqueId.entity(Kind.USER.idPrefix());
    User.Builder user =
        User.builder()
            .userName(in.userName())
            .userId(id)
            .path(path)
            .arn(Kind.USER.arn(store.account(), path, in.userName()))
            .createDate(Lookup.now());
    if (in.hasTags()) {
      user.tags(TagSet.ofIdentity(Kind.USER, in.tags()).tags());
    }
    Identity identity = Identity.of(Kind.USER, id, in.userName(), path, user.build());
    return CreateUserResponse.builder()
        .user(shown(store.write(tables -> insert(tables, identity, in.permissionsBoundary()))))
        .build();
  }

  private static Identity insert(Tables tables, Identity user, String boundary) {
    if (tables.identities().find(Kind.USER, user.name()).isPresent()) {
      throw IamErrors.alreadyExists("User with name " + user.name() + " already exists.");
    }
    Quota.USERS.requireRoom(tables.identities().count(Kind.USER));
    Identity bounded = user.bounded(Boundaries.existing(tables, Optional.ofNullable(boundary)));
    tables.identities().insert(bounded);
    return bounded;
  }

  @Override
  public GetUserResponse getUser(GetUserRequest in) {
    User user =
        Lookup.meansRoot(in.userName())
            ? root()
            : shown(store.read(tables -> Lookup.user(tables, Lookup.userName(in.userName()))));
    return GetUserResponse.builder().user(user).build();
  }

  private User root() {
    return User.builder()
        .userId(store.account())
        .arn(Call.current().caller().arn())
        .createDate(accountCreated)
        .build();
  }

  @Override
  public ListUsersResponse listUsers(ListUsersRequest in) {
    List<Identity> users =
        store.read(tables -> tables.identities().list(Kind.USER, Lookup.path(in.pathPrefix())));
    Page<Identity> page = Page.of(users, Identity::name, in.marker(), in.maxItems());
    return ListUsersResponse.builder()
        .users(page.map(Users::listed))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public UpdateUserResponse updateUser(UpdateUserRequest in) {
    store.change(tables -> move(tables, in));
    return UpdateUserResponse.builder().build();
  }

  private void move(Tables tables, UpdateUserRequest in) {
    Identity old = Lookup.user(tables, in.userName());
    String name = in.newUserName() == null ? old.name() : in.newUserName();
    String path = in.newPath() == null ? old.path() : in.newPath();
    tables
        .identities()
        .find(Kind.USER, name)
        .filter(other -> !other.id().equals(old.id()))
        .ifPresent(
            other -> {
              throw IamErrors.alreadyExists("User with name " + name + " already exists.");
            });
    User moved =
        old.as(User.class).toBuilder()
            .userName(name)
            .path(path)
            .arn(Kind.USER.arn(store.account(), path, name))
            .build();
    tables.identities().update(old.moved(name, path, moved));
  }

  @Override
  public DeleteUserResponse deleteUser(DeleteUserRequest in) {
    store.change(tables -> delete(tables, Lookup.user(tables, in.userName())));
    return DeleteUserResponse.builder().build();
  }

  private static void delete(Tables tables, Identity user) {
    if (!tables.attachments().of(user.id()).isEmpty()) {
      throw IamErrors.mustFirst("detach all policies");
    }
    if (!tables.inlinePolicies().of(user.id()).isEmpty()) {
      throw IamErrors.mustFirst("delete policies");
    }
    if (!tables.accessKeys().of(user.id()).isEmpty()) {
      throw IamErrors.mustFirst("delete access keys");
    }
    if (!tables.memberships().groupsOf(user.id()).isEmpty()) {
      throw IamErrors.mustFirst("remove users from group");
    }
    tables.identities().delete(user);
  }

  /** A user as {@code GetUser} shows it. */
  private static User shown(Identity user) {
    return user.as(User.class).toBuilder()
        .permissionsBoundary(user.boundary().map(Boundaries::attached).orElse(null))
        .build();
  }

  /** A user as lists show it: without tags and boundary. */
  public static User listed(Identity user) {
    User shape = user.as(User.class);
    return User.builder()
        .path(shape.path())
        .userName(shape.userName())
        .userId(shape.userId())
        .arn(shape.arn())
        .createDate(shape.createDate())
        .build();
  }
}
