package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;

/**
 * A request together with what it says about its signature.
 *
 * @param query all parameters, in order
 */
record SignedRequest(
    HttpRequest request,
    Dialect dialect,
    RawQuery query,
    Authorization authorization,
    Payload payload) {

  /**
   * Whether the signature is the one that {@code key} makes. The token of a presigned request may
   * have been added after signing, as some services want it; it is good only with its own key.
   */
  boolean isSignedBy(SigningKey key) {
    RawQuery signed = query.without(PresignedQuery.SIGNATURE::equals);
    return matches(key, signed)
        || signed.has(PresignedQuery.TOKEN)
            && authorization.presigned()
            && matches(key, signed.without(PresignedQuery.TOKEN::equals));
  }

  private boolean matches(SigningKey key, RawQuery signed) {
    return Hashing.same(key.sign(stringToSign(signed)), authorization.signature());
  }

  private String stringToSign(RawQuery signed) {
    String canonical =
        CanonicalRequest.of(
            request, dialect, signed, authorization.signedHeaders(), payload.hash());
    return String.join(
        "\n",
        Authorization.ALGORITHM,
        authorization.date().toString(),
        authorization.scope().toString(),
        Hashing.sha256Hex(canonical));
  }
}
