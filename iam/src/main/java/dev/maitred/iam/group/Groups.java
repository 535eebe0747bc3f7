package dev.maitred.iam.group;

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
import dev.maitred.iam.user.Users;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/** Groups of users. */
public final class Groups implements IamHandler {
  private final IamStore store;

  public Groups(IamStore store) {
    this.store = store;
  }

  @Override
  public CreateGroupResponse createGroup(CreateGroupRequest in) {
    String path = Lookup.path(in.path());
    String id = UniqueId.entity(Kind.GROUP.idPrefix());
    Group group =
        Group.builder()
            .groupName(in.groupName())
            .groupId(id)
            .path(path)
            .arn(Kind.GROUP.arn(store.account(), path, in.groupName()))
            .createDate(Lookup.now())
            .build();
    store.change(
        tables -> insert(tables, Identity.of(Kind.GROUP, id, in.groupName(), path, group)));
    return CreateGroupResponse.builder().group(group).build();
  }

  private static void insert(Tables tables, Identity group) {
    if (tables.identities().find(Kind.GROUP, group.name()).isPresent()) {
      throw IamErrors.alreadyExists("Group with name " + group.name() + " already exists.");
    }
    Quota.GROUPS.requireRoom(tables.identities().count(Kind.GROUP));
    tables.identities().insert(group);
  }

  @Override
  public GetGroupResponse getGroup(GetGroupRequest in) {
    return store.read(
        tables -> {
          Identity group = Lookup.group(tables, in.groupName());
          List<Identity> users = tables.memberships().usersIn(group.id());
          Page<Identity> page = Page.of(users, Identity::name, in.marker(), in.maxItems());
          return GetGroupResponse.builder()
              .group(group.as(Group.class))
              .users(page.map(Users::listed))
              .isTruncated(page.isTruncated())
              .marker(page.marker())
              .build();
        });
  }

  @Override
  public ListGroupsResponse listGroups(ListGroupsRequest in) {
    List<Identity> groups =
        store.read(tables -> tables.identities().list(Kind.GROUP, Lookup.path(in.pathPrefix())));
    Page<Identity> page = Page.of(groups, Identity::name, in.marker(), in.maxItems());
    return ListGroupsResponse.builder()
        .groups(page.map(group -> group.as(Group.class)))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public UpdateGroupResponse updateGroup(UpdateGroupRequest in) {
    store.change(tables -> move(tables, in));
    return UpdateGroupResponse.builder().build();
  }

  private void move(Tables tables, UpdateGroupRequest in) {
    Identity old = Lookup.group(tables, in.groupName());
    String name = in.newGroupName() == null ? old.name() : in.newGroupName();
    String path = in.newPath() == null ? old.path() : in.newPath();
    tables
        .identities()
        .find(Kind.GROUP, name)
        .filter(other -> !other.id().equals(old.id()))
        .ifPresent(
            other -> {
              throw IamErrors.alreadyExists("Group with name " + name + " already exists.");
            });
    Group moved =
        old.as(Group.class).toBuilder()
            .groupName(name)
            .path(path)
            .arn(Kind.GROUP.arn(store.account(), path, name))
            .build();
    tables.identities().update(old.moved(name, path, moved));
  }

  @Override
  public DeleteGroupResponse deleteGroup(DeleteGroupRequest in) {
    store.change(tables -> delete(tables, Lookup.group(tables, in.groupName())));
    return DeleteGroupResponse.builder().build();
  }

  private static void delete(Tables tables, Identity group) {
    if (!tables.memberships().usersIn(group.id()).isEmpty()) {
      throw IamErrors.mustFirst("remove users from group");
    }
    if (!tables.attachments().of(group.id()).isEmpty()) {
      throw IamErrors.mustFirst("detach all policies");
    }
    if (!tables.inlinePolicies().of(group.id()).isEmpty()) {
      throw IamErrors.mustFirst("delete policies");
    }
    tables.identities().delete(group);
  }
}
