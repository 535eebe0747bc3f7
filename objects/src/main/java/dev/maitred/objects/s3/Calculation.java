package dev.maitred.objects.s3;

import dev.maitred.wire.sigv4.Crc64Nvme;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/** A checksum under way, over bytes that come piece by piece. */
public interface Calculation {

  void update(byte[] bytes, int offset, int length);

  /** The checksum, big-endian; the calculation is over. */
  byte[] finish();

  /** A new calculation of one of {@link Checksum#ALGORITHMS}. */
  static Calculation of(ChecksumAlgorithm algorithm) {
    return switch (algorithm) {
      case CRC32 -> cyclic(new CRC32(), Integer.BYTES);
      case CRC32_C -> cyclic(new CRC32C(), Integer.BYTES);
      case CRC64_NVME -> cyclic(new Crc64Nvme(), Long.BYTES);
      case SHA1 -> digest("SHA-1");
      case SHA256 -> digest("SHA-256");
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an unknown algorithm");
    };
  }

  static Calculation md5() {
    return digest("MD5");
  }

  private static Calculation cyclic(java.util.zip.Checksum checksum, int size) {
    return new Calculation() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        checksum.update(bytes, offset, length);
      }

      @Override
      public byte[] finish() {
        byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
        return Arrays.copyOfRange(value, Long.BYTES - size, Long.BYTES);
      }
    };
  }

  private static Calculation digest(String name) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return new Calculation() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
      }

      @Override
      public byte[] finish() {
        return digest.digest();
      }
    };
  }
}
