package dev.maitred.iam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Users, groups and roles. Names are unique within a kind, whatever their case. */
public final class IdentityTable {
  private final Handle handle;

  IdentityTable(Handle handle) {
    this.handle = handle;
  }

  /** The identity called {@code name} in any case. */
  public Optional<Identity> find(Kind kind, String name) {
    return handle
        .createQuery("select * from identity where kind = :kind and name = :name")
        .bind("kind", kind.name())
        .bind("name", name)
        .map((row, context) -> identity(row))
        .findOne();
  }

  public Optional<Identity> byId(String id) {
    return handle
        .createQuery("select * from identity where id = :id")
        .bind("id", id)
        .map((row, context) -> identity(row))
        .findOne();
  }

  /** Every identity of a kind whose path starts with {@code pathPrefix}, by name. */
  public List<Identity> list(Kind kind, String pathPrefix) {
    return handle
        .createQuery(
            """
            select * from identity
            where kind = :kind and substr(path, 1, length(:prefix)) = :prefix order by name""")
        .bind("kind", kind.name())
        .bind("prefix", pathPrefix)
        .map((row, context) -> identity(row))
        .list();
  }

  public int count(Kind kind) {
    return handle
        .createQuery("select count(*) from identity where kind = :kind")
        .bind("kind", kind.name())
        .mapTo(Integer.class)
        .one();
  }

  /** The identities that have the policy as their boundary, by kind and name. */
  public List<Identity> boundedBy(String policyArn) {
    return handle
        .createQuery("select * from identity where boundary = :arn order by kind, name")
        .bind("arn", policyArn)
        .map((row, context) -> identity(row))
        .list();
  }

  /** How many identities have the policy as their boundary. */
  public int countBoundedBy(String policyArn) {
    return boundedBy(policyArn).size();
  }

  public void insert(Identity identity) {
    handle
        .createUpdate(
            """
            insert into identity (id, kind, name, path, boundary, shape)
            values (:id, :kind, :name, :path, :boundary, :shape)""")
        .bind("kind", identity.kind().name())
        .bindMethods(new Row(identity))
        .execute();
  }

  /** Replaces everything but the id and the kind. */
  public void update(Identity identity) {
    handle
        .createUpdate(
            """
            update identity set name = :name, path = :path, boundary = :boundary, shape = :shape
            where id = :id""")
        .bindMethods(new Row(identity))
        .execute();
  }

  public void delete(Identity identity) {
    handle.execute("delete from identity where id = ?", identity.id());
  }

  static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        row.getString("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("path"),
        Optional.ofNullable(row.getString("boundary")),
        row.getString("shape"));
  }

  /** What the statements bind. */
  public record Row(String id, String name, String path, Optional<String> boundary, String shape) {
    Row(Identity identity) {
      this(identity.id(), identity.name(), identity.path(), identity.boundary(), identity.shape());
    }
  }
}
