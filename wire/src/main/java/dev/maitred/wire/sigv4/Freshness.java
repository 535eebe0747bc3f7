package dev.maitred.wire.sigv4;

import java.time.Duration;
import java.time.Instant;

/** Whether a signature was made lately enough, and not in the future. */
final class Freshness {
  private Freshness() {}

  /** Refuses a signature that is out of date at {@code now}. */
  static void require(Authorization authorization, Dialect dialect, Instant now) {
    if (authorization.presigned()) {
      requirePresigned(authorization, dialect, now);
    } else if (dialect.s3()) {
      requireWithin(authorization.date().instant(), dialect.skew(), now);
    } else {
      requireNotBefore(authorization.date(), dialect.skew(), now);
      requireNotAfter(authorization.date(), dialect.skew(), now);
    }
  }

  private static void requireWithin(Instant signed, Duration skew, Instant now) {
    if (Duration.between(signed, now).abs().compareTo(skew) > 0) {
      throw SigV4Errors.tooSkewed();
    }
  }

  private static void requireNotBefore(AmzDate signed, Duration skew, Instant now) {
    Instant earliest = now.minus(skew);
    if (signed.instant().isBefore(earliest)) {
      throw SigV4Errors.invalid(
          "Signature expired: %s is now earlier than %s (%s - %d min.)"
              .formatted(signed, new AmzDate(earliest), new AmzDate(now), skew.toMinutes()));
    }
  }

  private static void requireNotAfter(AmzDate signed, Duration skew, Instant now) {
    Instant latest = now.plus(skew);
    if (signed.instant().isAfter(latest)) {
      throw SigV4Errors.invalid(
          "Signature not yet current: %s is still later than %s (%s + %d min.)"
              .formatted(signed, new AmzDate(latest), new AmzDate(now), skew.toMinutes()));
    }
  }

  /** A presigned request has an end of its own; only its beginning is given the skew. */
  private static void requirePresigned(Authorization authorization, Dialect dialect, Instant now) {
    AmzDate signed = authorization.date();
    Instant end = signed.instant().plus(authorization.expires().orElseThrow());
    if (now.isAfter(end)) {
      throw SigV4Errors.expired(dialect);
    }
    if (dialect.s3() && signed.instant().isAfter(now.plus(dialect.skew()))) {
      throw SigV4Errors.notYetValid();
    }
    if (!dialect.s3()) {
      requireNotAfter(signed, dialect.skew(), now);
    }
  }
}
