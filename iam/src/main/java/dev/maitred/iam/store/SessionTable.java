package dev.maitred.iam.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The temporary credentials that STS gave out. */
public final class SessionTable {
  private final Handle handle;

  SessionTable(Handle handle) {
    this.handle = handle;
  }

  public Optional<StoredSession> find(String accessKeyId) {
    return handle
        .createQuery("select * from session where access_key_id = :id")
        .bind("id", accessKeyId)
        .map(
            (row, context) ->
                new StoredSession(
                    row.getString("access_key_id"),
                    Instant.ofEpochMilli(row.getLong("expires")),
                    row.getBytes("token_hash"),
                    row.getBytes("secret"),
                    row.getString("grants")))
        .findOne();
  }

  public void insert(StoredSession session) {
    handle.execute(
        """
        insert into session (access_key_id, expires, token_hash, secret, grants)
        values (?, ?, ?, ?, ?)""",
        session.accessKeyId(),
        session.expires().toEpochMilli(),
        session.tokenHash(),
        session.sealedSecret(),
        session.grants());
  }

  /** Forgets the sessions that ended before {@code time} and says how many there were. */
  public int prune(Instant time) {
    return handle.execute("delete from session where expires < ?", time.toEpochMilli());
  }
}
