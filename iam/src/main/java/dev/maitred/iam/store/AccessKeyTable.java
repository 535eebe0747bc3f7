package dev.maitred.iam.store;

import dev.maitred.iam.store.StoredKey.LastUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Long-term access keys. */
public final class AccessKeyTable {
  private final Handle handle;

  AccessKeyTable(Handle handle) {
    this.handle = handle;
  }

  public Optional<StoredKey> find(String id) {
    return handle
        .createQuery("select * from access_key where id = :id")
        .bind("id", id)
        .map((row, context) -> key(row))
        .findOne();
  }

  /** The keys of a user or of the root user, oldest first. */
  public List<StoredKey> of(String owner) {
    return handle
        .createQuery("select * from access_key where owner = :owner order by created, id")
        .bind("owner", owner)
        .map((row, context) -> key(row))
        .list();
  }

  public void insert(StoredKey key) {
    handle.execute(
        "insert into access_key (id, owner, status, created, secret) values (?, ?, ?, ?, ?)",
        key.id(),
        key.owner(),
        key.status(),
        key.created().toEpochMilli(),
        key.sealedSecret());
  }

  public void setStatus(StoredKey key, String status) {
    handle.execute("update access_key set status = ? where id = ?", status, key.id());
  }

  /** Notes a use; it changes nothing that a decision depends on. */
  public void used(String id, LastUse use) {
    handle.execute(
        "update access_key set used = ?, used_region = ?, used_service = ? where id = ?",
        use.time().toEpochMilli(),
        use.region(),
        use.service(),
        id);
  }

  public void delete(StoredKey key) {
    handle.execute("delete from access_key where id = ?", key.id());
  }

  private static StoredKey key(ResultSet row) throws SQLException {
    return new StoredKey(
        row.getString("id"),
        row.getString("owner"),
        row.getString("status"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getBytes("secret"),
        lastUse(row));
  }

  private static Optional<LastUse> lastUse(ResultSet row) throws SQLException {
    long used = row.getLong("used");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new LastUse(
                Instant.ofEpochMilli(used),
                row.getString("used_region"),
                row.getString("used_service")));
  }
}
