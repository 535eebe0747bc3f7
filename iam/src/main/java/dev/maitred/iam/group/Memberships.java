package dev.maitred.iam.group;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Tables;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/** Users put into groups and taken out of them. */
public final class Memberships implements IamHandler {
  private final IamStore store;

  public Memberships(IamStore store) {
    this.store = store;
  }

  @Override
  public AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest in) {
    store.change(tables -> add(tables, in));
    return AddUserToGroupResponse.builder().build();
  }

  private static void add(Tables tables, AddUserToGroupRequest in) {
    Identity group = Lookup.group(tables, in.groupName());
    Identity user = Lookup.user(tables, in.userName());
    List<Identity> groups = tables.memberships().groupsOf(user.id());
    if (!groups.contains(group)) {
      Quota.GROUPS_PER_USER.requireRoom(groups.size());
    }
    tables.memberships().add(user, group);
  }

  @Override
  public RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest in) {
    store.change(
        tables -> {
          Identity group = Lookup.group(tables, in.groupName());
          Identity user = Lookup.user(tables, in.userName());
          if (!tables.memberships().remove(user, group)) {
            throw IamErrors.noSuchEntity(
                "User " + user.name() + " is not in group " + group.name() + ".");
          }
        });
    return RemoveUserFromGroupResponse.builder().build();
  }

  @Override
  public ListGroupsForUserResponse listGroupsForUser(ListGroupsForUserRequest in) {
    List<Identity> groups =
        store.read(
            tables -> tables.memberships().groupsOf(Lookup.user(tables, in.userName()).id()));
    Page<Identity> page = Page.of(groups, Identity::name, in.marker(), in.maxItems());
    return ListGroupsForUserResponse.builder()
        .groups(page.map(group -> group.as(Group.class)))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
