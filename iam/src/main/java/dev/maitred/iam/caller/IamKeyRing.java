package dev.maitred.iam.caller;

import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.MasterKey;
import dev.maitred.iam.store.StoredKey;
import dev.maitred.iam.store.StoredSession;
import dev.maitred.iam.store.Tables;
import dev.maitred.store.Remembered;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.KeyRing;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys that IAM and STS gave out. A key says who calls as they are now: renamed, retagged, or,
 * if they are gone, nobody.
 */
public final class IamKeyRing implements KeyRing {
  private final IamStore store;
  private final MasterKey masterKey;
  private final Callers callers;
  private final Remembered<String, Optional<Found>> known;

  public IamKeyRing(IamStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
    this.callers = new Callers(store.account());
    this.known = store.remembered(this::load);
  }

  /** A key and, for temporary credentials, the session they belong to. */
  private record Found(Key key, Optional<StoredSession> session) {}

  @Override
  public Key find(String accessKeyId, Optional<String> sessionToken, Instant now) {
    Found found = known.get(accessKeyId).orElseThrow(KeyRing::unknownKey);
    if (found.session().isPresent() != sessionToken.isPresent()) {
      throw KeyRing.unknownKey();
    }
    found.session().ifPresent(session -> check(session, sessionToken.orElseThrow(), now));
    return found.key();
  }

  private static void check(StoredSession session, String token, Instant now) {
    if (!Sessions.hasToken(session, token)) {
      throw KeyRing.unknownKey();
    }
    if (!now.isBefore(session.expires())) {
      throw AwsError.of(
          Fault.EXPIRED_TOKEN, "The security token included in the request is expired");
    }
  }

  private Optional<Found> load(String accessKeyId) {
    return store.read(
        tables -> {
          Optional<StoredKey> key = tables.accessKeys().find(accessKeyId);
          return key.isPresent()
              ? key.filter(StoredKey::isActive).flatMap(k -> longTerm(tables, k))
              : tables.sessions().find(accessKeyId).flatMap(s -> temporary(tables, s));
        });
  }

  private Optional<Found> longTerm(Tables tables, StoredKey key) {
    String secret = masterKey.open(key.id(), key.sealedSecret());
    return caller(tables, key.owner(), key.id(), Optional.empty())
        .map(caller -> new Found(new Key(caller, secret), Optional.empty()));
  }

  private Optional<Found> temporary(Tables tables, StoredSession session) {
    String secret = masterKey.open(session.accessKeyId(), session.sealedSecret());
    Grants grants = Grants.read(session.grants());
    return caller(tables, grants.principalId(), session.accessKeyId(), Optional.of(grants))
        .map(caller -> new Found(new Key(caller, secret), Optional.of(session)));
  }

  private Optional<Caller> caller(
      Tables tables, String principalId, String accessKeyId, Optional<Grants> session) {
    if (principalId.equals(store.account())) {
      return Optional.of(callers.root(accessKeyId, session));
    }
    return tables
        .identities()
        .byId(principalId)
        .map(identity -> caller(identity, accessKeyId, session));
  }

  private Caller caller(Identity identity, String accessKeyId, Optional<Grants> session) {
    return identity.kind() == Kind.ROLE
        ? callers.roleSession(identity, accessKeyId, session.orElseThrow())
        : callers.user(identity, accessKeyId, session);
  }
}
