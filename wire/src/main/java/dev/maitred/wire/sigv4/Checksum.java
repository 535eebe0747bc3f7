package dev.maitred.wire.sigv4;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A checksum under way. */
interface Checksum {
  void update(byte[] bytes, int offset, int length);

  /** The checksum, big-endian, in Base64. Ends the computation. */
  String value();

  /** The last {@code width} bytes of a number. */
  static Checksum of(java.util.zip.Checksum number, int width) {
    return new Checksum() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        number.update(bytes, offset, length);
      }

      @Override
      public String value() {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number.getValue()).array();
        return Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(all, Long.BYTES - width, Long.BYTES));
      }
    };
  }

  static Checksum of(MessageDigest digest) {
    return new Checksum() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
      }

      @Override
      public String value() {
        return Base64.getEncoder().encodeToString(digest.digest());
      }
    };
  }
}
