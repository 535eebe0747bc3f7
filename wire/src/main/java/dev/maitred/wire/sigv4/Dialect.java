package dev.maitred.wire.sigv4;

import java.time.Duration;

/**
 * How a service applies Signature Version 4.
 *
 * @param s3 whether the payload may stream, unsigned or in signed chunks, and errors are S3's
 * @param normalizesPath whether the path is signed with its dot segments and double slashes
 *     resolved and then encoded once more, as everywhere but in S3, where a key may hold them
 * @param skew how far a client's clock may be off
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
public record Dialect(boolean s3, boolean normalizesPath, Duration skew) {
  /** Amazon S3's. */
  public static final Dialect S3 = new Dialect(true, false, Duration.ofMinutes(15));

  /** That of every other service. */
  public static final Dialect GENERAL = new Dialect(false, true, Duration.ofMinutes(5));

  /** The dialect of the service that a credential scope names. */
  public static Dialect of(String service) {
    return service.equals("s3") ? S3 : GENERAL;
  }

  /** This dialect with the path signed as it was sent. */
  public Dialect withPathAsSent() {
    return new Dialect(s3, false, skew);
  }
}
