package dev.maitred.wire.access;

import java.time.Instant;
import java.util.Optional;

/** Finds the identity and the secret behind an access key id. */
public interface KeyRing {

  /**
   * The key as it stands now.
   *
   * @param sessionToken the request's security token, if it carried one
   * @throws dev.maitred.wire.AwsError with {@code UNKNOWN_CREDENTIALS} for a key that does not
   *     exist, is inactive, or does not go with the token; with {@code EXPIRED_TOKEN} for a session
   *     that has ended
   */
  Key find(String accessKeyId, Optional<String> sessionToken, Instant now);

  /** An access key: whose it is and its secret, which never leaves the signature check. */
  record Key(Caller caller, String secret) {
    @Override
    public String toString() {
      return "Key[" + caller.accessKeyId() + "]";
    }
  }
}
