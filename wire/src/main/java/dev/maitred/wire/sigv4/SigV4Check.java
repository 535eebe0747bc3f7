package dev.maitred.wire.sigv4;

import dev.maitred.wire.SignatureCheck;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * Signature Version 4, verified: computes the signature that the owner of the key would have made
 * for this very request and compares. Safe for use by many threads.
 */
public final class SigV4Check implements SignatureCheck {
  private final KeyRing keyRing;
  private final Clock clock;
  private final int bodyLimit;
  private final BodyMemory memory;
  private final Function<String, Dialect> dialects;
  private final SigningKeys signingKeys = new SigningKeys();

  /**
   * A check for all services.
   *
   * @param keyRing knows the secrets
   * @param clock says what the time is, to judge the age of a signature
   * @param bodyLimit the most bytes of a body that is held in memory: any but S3's
   * @param memory what all bodies that are held may take together
   */
  public SigV4Check(KeyRing keyRing, Clock clock, int bodyLimit, BodyMemory memory) {
    this(keyRing, clock, bodyLimit, memory, Dialect::of);
  }

  /** A check that takes each service's dialect from {@code dialects}. */
  public SigV4Check(
      KeyRing keyRing,
      Clock clock,
      int bodyLimit,
      BodyMemory memory,
      Function<String, Dialect> dialects) {
    this.keyRing = keyRing;
    this.clock = clock;
    this.bodyLimit = bodyLimit;
    this.memory = memory;
    this.dialects = dialects;
  }

  @Override
  public Verified check(HttpRequest request) {
    RawQuery query = RawQuery.parse(request.rawQuery());
    Authorization authorization = Authorization.of(request, query);
    Dialect dialect = dialects.apply(authorization.scope().service());
    Instant now = clock.instant();
    KeyRing.Key key =
        keyRing.find(authorization.credential().accessKeyId(), authorization.token(), now);
    SignedHeaders.require(request, authorization, dialect);
    Freshness.require(authorization, dialect, now);

    Payload payload = Payload.of(request, query, authorization, dialect, memory, bodyLimit);
    try {
      SigningKey signingKey = signingKeys.of(key.secret(), authorization.scope());
      SignedRequest signed = new SignedRequest(request, dialect, query, authorization, payload);
      if (!signed.isSignedBy(signingKey)) {
        throw SigV4Errors.mismatch(dialect);
      }
      return new Verified(
          key.caller(),
          authorization.scope().region(),
          authorization.scope().service(),
          payload.opened().apply(new ChunkSignatures(signingKey, authorization)),
          payload.release());
    } catch (RuntimeException | Error e) {
      payload.release().run();
      throw e;
    }
  }
}
