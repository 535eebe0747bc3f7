package dev.maitred.iam.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The inline policies of users, groups and roles. */
public final class InlinePolicyTable {
  private final Handle handle;

  InlinePolicyTable(Handle handle) {
    this.handle = handle;
  }

  /** Adds the policy to the identity, in place of the one of that name. */
  public void put(Identity identity, InlinePolicy policy) {
    handle.execute(
        """
        insert into inline_policy (identity_id, name, document) values (?, ?, ?)
        on conflict (identity_id, name) do update set document = excluded.document""",
        identity.id(),
        policy.name(),
        policy.document());
  }

  public Optional<InlinePolicy> find(Identity identity, String name) {
    return of(identity.id()).stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Removes the policy and says whether it was there. */
  public boolean remove(Identity identity, String name) {
    return handle.execute(
            "delete from inline_policy where identity_id = ? and name = ?", identity.id(), name)
        > 0;
  }

  /** The inline policies of an identity, by name. */
  public List<InlinePolicy> of(String identityId) {
    return handle
        .createQuery(
            "select name, document from inline_policy where identity_id = :id order by name")
        .bind("id", identityId)
        .map((row, context) -> new InlinePolicy(row.getString("name"), row.getString("document")))
        .list();
  }
}
