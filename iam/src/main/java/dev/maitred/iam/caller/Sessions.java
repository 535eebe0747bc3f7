package dev.maitred.iam.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.iam.operation.UniqueId;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.MasterKey;
import dev.maitred.iam.store.StoredSession;
import dev.maitred.wire.access.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Temporary credentials: given out, found again, forgotten a day after their end. */
public final class Sessions {
  // Long enough that a late client is told that its token has expired rather than that it is
  // unknown.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final IamStore store;
  private final MasterKey masterKey;

  public Sessions(IamStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
  }

  /** Credentials as they are handed out, once. */
  public record Credentials(
      String accessKeyId, String secret, String sessionToken, Instant expires) {
    @Override
    public String toString() {
      return "Credentials[" + accessKeyId + "]";
    }
  }

  /** New credentials for {@code grants} that end at {@code expires}. */
  public Credentials open(Grants grants, Instant expires) {
    Credentials credentials =
        new Credentials(
            UniqueId.accessKey("ASIA"), UniqueId.secret(), UniqueId.sessionToken(), expires);
    StoredSession row =
        new StoredSession(
            credentials.accessKeyId(),
            expires,
            hash(credentials.sessionToken()),
            masterKey.seal(credentials.accessKeyId(), credentials.secret()),
            grants.json());
    store.note(
        tables -> {
          tables.sessions().prune(grants.issued().minus(REMEMBERED));
          tables.sessions().insert(row);
        });
    return credentials;
  }

  /** What the caller's temporary credentials stand for; empty for a long-term key or none. */
  public Optional<Grants> grantsOf(Caller caller) {
    return store
        .read(tables -> tables.sessions().find(caller.accessKeyId()))
        .map(row -> Grants.read(row.grants()));
  }

  /** Whether {@code token} is the one that was given out with the session, in constant time. */
  static boolean hasToken(StoredSession session, String token) {
    return MessageDigest.isEqual(session.tokenHash(), hash(token));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
