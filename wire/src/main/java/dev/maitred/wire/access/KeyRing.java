package dev.maitred.wire.access;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import java.time.Instant;
import java.util.Optional;

/** Finds the identity and the secret behind an access key id. */
public interface KeyRing {

  /**
   * The key as it stands now.
   *
   * @param sessionToken the request's security token, if it carried one
   * @throws AwsError with {@code UNKNOWN_CREDENTIALS} for a key that does not exist, is inactive,
   *     or does not go with the token; with {@code EXPIRED_TOKEN} for a session that has ended
   */
  Key find(String accessKeyId, Optional<String> sessionToken, Instant now);

  /** The refusal of a key that nobody has. */
  static AwsError unknownKey() {
    return AwsError.of(
        Fault.UNKNOWN_CREDENTIALS, "The security token included in the request is invalid.");
  }

  /** An access key: whose it is and its secret, which never leaves the signature check. */
  record Key(Caller caller, String secret) {
    @Override
    public String toString() {
      return "Key[" + caller.accessKeyId() + "]";
    }
  }
}
