package dev.maitred.iam.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which managed policies are attached to which identities. */
public final class AttachmentTable {
  private final Handle handle;

  AttachmentTable(Handle handle) {
    this.handle = handle;
  }

  /** Attaches the policy; does nothing if it is attached already. */
  public void add(Identity identity, ManagedPolicy policy) {
    handle.execute(
        "insert or ignore into attachment (identity_id, policy_arn) values (?, ?)",
        identity.id(),
        policy.arn());
  }

  /** Detaches the policy and says whether it was attached. */
  public boolean remove(Identity identity, String policyArn) {
    return handle.execute(
            "delete from attachment where identity_id = ? and policy_arn = ?",
            identity.id(),
            policyArn)
        > 0;
  }

  /** The policies attached to an identity, by name. */
  public List<ManagedPolicy> of(String identityId) {
    return handle
        .createQuery(
            """
            select p.* from managed_policy p join attachment a on a.policy_arn = p.arn
            where a.identity_id = :id order by p.name, p.arn""")
        .bind("id", identityId)
        .map((row, context) -> PolicyTable.policy(row))
        .list();
  }

  /** The identities that have the policy attached, by name. */
  public List<Identity> to(String policyArn) {
    return handle
        .createQuery(
            """
            select i.* from identity i join attachment a on a.identity_id = i.id
            where a.policy_arn = :arn order by i.kind, i.name""")
        .bind("arn", policyArn)
        .map((row, context) -> IdentityTable.identity(row))
        .list();
  }

  /** How many identities have the policy attached. */
  public int count(String policyArn) {
    return handle
        .createQuery("select count(*) from attachment where policy_arn = :arn")
        .bind("arn", policyArn)
        .mapTo(Integer.class)
        .one();
  }
}
