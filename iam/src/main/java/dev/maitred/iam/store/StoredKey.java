package dev.maitred.iam.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An access key as stored.
 *
 * @param owner the user's id, or the account's id for the root user
 * @param status {@code Active} or {@code Inactive}
 * @param sealedSecret the secret, sealed under the master key with the key's id
 * @param lastUse where the key last signed a request that was answered
 */
public record StoredKey(
    String id,
    String owner,
    String status,
    Instant created,
    byte[] sealedSecret,
    Optional<LastUse> lastUse) {

  /** When and where a key was used. */
  public record LastUse(Instant time, String region, String service) {}

  public boolean isActive() {
    return status.equals("Active");
  }
}
