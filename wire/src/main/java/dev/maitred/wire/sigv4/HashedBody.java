package dev.maitred.wire.sigv4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Locale;

/** A body whose SHA-256 is compared at its end with the one that was signed. */
final class HashedBody extends FilterInputStream {
  private final MessageDigest digest = Hashing.sha256();
  private final String expected;
  private boolean ended;

  HashedBody(InputStream source, String sha256) {
    super(source);
    this.expected = sha256.toLowerCase(Locale.ROOT);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0 || ended) {
      return ended ? -1 : 0;
    }
    int count = in.read(into, offset, length);
    if (count > 0) {
      digest.update(into, offset, count);
    }
    ended = count < 0;
    if (ended && !Hashing.same(Hashing.hex(digest.digest()), expected)) {
      throw SigV4Errors.contentMismatch();
    }
    return count;
  }
}
