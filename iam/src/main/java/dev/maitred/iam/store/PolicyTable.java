package dev.maitred.iam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Managed policies, the account's own and AWS's. */
public final class PolicyTable {
  private final Handle handle;

  PolicyTable(Handle handle) {
    this.handle = handle;
  }

  public Optional<ManagedPolicy> find(String arn) {
    return handle
        .createQuery("select * from managed_policy where arn = :arn")
        .bind("arn", arn)
        .map((row, context) -> policy(row))
        .findOne();
  }

  /** Whether {@code owner} has a policy called {@code name} in any case and under any path. */
  public boolean hasName(String owner, String name) {
    return handle
        .createQuery("select 1 from managed_policy where owner = :owner and name = :name")
        .bind("owner", owner)
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Every policy whose path starts with {@code pathPrefix}, by name. */
  public List<ManagedPolicy> list(String pathPrefix) {
    return handle
        .createQuery(
            """
            select * from managed_policy
            where substr(path, 1, length(:prefix)) = :prefix order by name, arn""")
        .bind("prefix", pathPrefix)
        .map((row, context) -> policy(row))
        .list();
  }

  public int count(String owner) {
    return handle
        .createQuery("select count(*) from managed_policy where owner = :owner")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  /** Adds the policy, or replaces the one of the same ARN. */
  public void put(ManagedPolicy policy) {
    handle.execute(
        """
        insert into managed_policy (arn, owner, name, path, latest, shape) values (?, ?, ?, ?, ?, ?)
        on conflict (arn) do update set latest = excluded.latest, shape = excluded.shape""",
        policy.arn(),
        policy.owner(),
        policy.name(),
        policy.path(),
        policy.latest(),
        policy.shape());
  }

  /** Deletes the policy and its versions. */
  public void delete(ManagedPolicy policy) {
    handle.execute("delete from managed_policy where arn = ?", policy.arn());
  }

  static ManagedPolicy policy(ResultSet row) throws SQLException {
    return new ManagedPolicy(
        row.getString("arn"),
        row.getString("owner"),
        row.getString("name"),
        row.getString("path"),
        row.getInt("latest"),
        row.getString("shape"));
  }
}
