package dev.maitred.wire;

import dev.maitred.wire.access.Caller;
import dev.maitred.wire.http.HttpRequest;
import java.io.InputStream;

/** The check of a request's signature: the only way from bytes to a {@link Caller}. */
public interface SignatureCheck {

  /**
   * The identity that signed this request.
   *
   * @throws AwsError with {@code MISSING_TOKEN} for a request without a signature, and with the
   *     fault that fits for any other that must be refused
   */
  Verified check(HttpRequest request);

  /**
   * What a good signature proves.
   *
   * @param caller who signed
   * @param region the region of the credential scope
   * @param service the service of the credential scope, such as {@code personalize}
   * @param body the body to read instead of the request's: decoded where it was sent as {@code
   *     aws-chunked}, and checked against its signed hash before its end is reached; reading it
   *     throws {@link AwsError} when the bytes are not those that were signed
   * @param release gives back the memory that the body takes
   */
  record Verified(Caller caller, String region, String service, InputStream body, Runnable release)
      implements AutoCloseable {

    /** Gives back the memory that the body takes, which must not be read any more. */
    @Override
    public void close() {
      release.run();
    }
  }
}
