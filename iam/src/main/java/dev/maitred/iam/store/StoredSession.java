package dev.maitred.iam.store;

import java.time.Instant;

/**
 * Temporary credentials as stored.
 *
 * @param tokenHash the SHA-256 of the session token; the token itself is kept nowhere
 * @param sealedSecret the secret, sealed under the master key with the key's id
 * @param grants what was granted with it, as JSON
 */
public record StoredSession(
    String accessKeyId, Instant expires, byte[] tokenHash, byte[] sealedSecret, String grants) {}
