package dev.maitred.wire.sigv4;

/**
 * The chain of signatures over the chunks of a body: each covers its chunk and the signature before
 * it, so that chunks can't be dropped, repeated or moved.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature
 *     calculations for multiple chunks</a>
 */
final class ChunkSignatures {
  private final SigningKey key;
  private final AmzDate date;
  private final Scope scope;
  private String previous;

  /** A chain that starts from the signature of the request itself. */
  ChunkSignatures(SigningKey key, Authorization authorization) {
    this.key = key;
    this.date = authorization.date();
    this.scope = authorization.scope();
    this.previous = authorization.signature();
  }

  /** Refuses a chunk whose bytes, hashed, were not signed. */
  void requireChunk(String signature, String sha256) {
    require(signature, Authorization.ALGORITHM + "-PAYLOAD", Hashing.EMPTY + "\n" + sha256);
  }

  /**
   * Refuses trailing headers, each {@code name:value\n} in order of names, that were not signed.
   */
  void requireTrailer(String signature, String canonicalTrailer) {
    require(signature, Authorization.ALGORITHM + "-TRAILER", Hashing.sha256Hex(canonicalTrailer));
  }

  private void require(String signature, String algorithm, String content) {
    String toSign =
        String.join("\n", algorithm, date.toString(), scope.toString(), previous, content);
    if (!Hashing.same(key.sign(toSign), signature)) {
      throw SigV4Errors.mismatch(Dialect.S3);
    }
    previous = signature;
  }
}
