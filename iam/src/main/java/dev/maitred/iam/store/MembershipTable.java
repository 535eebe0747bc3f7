package dev.maitred.iam.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which users are in which groups. */
public final class MembershipTable {
  private final Handle handle;

  MembershipTable(Handle handle) {
    this.handle = handle;
  }

  /** Puts the user in the group; does nothing if it is there already. */
  public void add(Identity user, Identity group) {
    handle.execute(
        "insert or ignore into membership (user_id, group_id) values (?, ?)",
        user.id(),
        group.id());
  }

  /** Takes the user out of the group and says whether it was there. */
  public boolean remove(Identity user, Identity group) {
    return handle.execute(
            "delete from membership where user_id = ? and group_id = ?", user.id(), group.id())
        > 0;
  }

  /** The groups of a user, by name. */
  public List<Identity> groupsOf(String userId) {
    return identities(
        """
        select i.* from identity i join membership m on m.group_id = i.id
        where m.user_id = :id order by i.name""",
        userId);
  }

  /** The users in a group, by name. */
  public List<Identity> usersIn(String groupId) {
    return identities(
        """
        select i.* from identity i join membership m on m.user_id = i.id
        where m.group_id = :id order by i.name""",
        groupId);
  }

  private List<Identity> identities(String sql, String id) {
    return handle
        .createQuery(sql)
        .bind("id", id)
        .map((row, context) -> IdentityTable.identity(row))
        .list();
  }
}
