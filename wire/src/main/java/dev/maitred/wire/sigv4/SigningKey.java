package dev.maitred.wire.sigv4;

import java.nio.charset.StandardCharsets;

/** The key derived from a secret for one scope; it signs, and is never shown. */
final class SigningKey {
  private final byte[] bytes;

  private SigningKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static SigningKey derive(String secret, Scope scope) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    key = Hashing.hmac(key, scope.date());
    key = Hashing.hmac(key, scope.region());
    key = Hashing.hmac(key, scope.service());
    return new SigningKey(Hashing.hmac(key, Scope.TERMINATOR));
  }

  /** The signature of {@code stringToSign}, in hexadecimal. */
  String sign(String stringToSign) {
    return Hashing.hex(Hashing.hmac(bytes, stringToSign));
  }
}
