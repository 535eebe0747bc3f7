package dev.maitred.objects.s3;

import java.nio.ByteBuffer;
import java.util.Arrays;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * The checksum of two stretches of bytes one after the other, from the checksum of each: putting n
 * bytes after a stretch multiplies its remainder by x<sup>8n</sup>, modulo the polynomial.
 *
 * <p>Polynomials are reflected: the highest bit is the coefficient of x<sup>0</sup>. Starting from
 * all ones and inverting at the end, as these checksums do, cancels out in the sum.
 */
public final class CrcCombination {
  private final long polynomial;
  private final int width;

  private CrcCombination(long polynomial, int width) {
    this.polynomial = polynomial;
    this.width = width;
  }

  /** The combination for one of the three cyclic checksums. */
  public static CrcCombination of(ChecksumAlgorithm algorithm) {
    return switch (algorithm) {
      case CRC32 -> new CrcCombination(0xEDB88320L, Integer.SIZE);
      case CRC32_C -> new CrcCombination(0x82F63B78L, Integer.SIZE);
      case CRC64_NVME -> new CrcCombination(0x9A6C9329AC4BC9B5L, Long.SIZE);
      default -> throw new IllegalArgumentException(algorithm + " is not cyclic");
    };
  }

  /** The checksum of a stretch followed by another of {@code length} bytes, big-endian. */
  public byte[] combine(byte[] first, byte[] second, long length) {
    long combined = product(power(length), number(first)) ^ number(second);
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(combined).array();
    return Arrays.copyOfRange(bytes, Long.BYTES - width / Byte.SIZE, Long.BYTES);
  }

  private static long number(byte[] bytes) {
    long number = 0;
    for (byte b : bytes) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(b);
    }
    return number;
  }

  /** x<sup>8n</sup>. */
  private long power(long n) {
    long result = 1L << width - 1;
    long square = 1L << width - 1 - Byte.SIZE;
    for (long left = n; left > 0; left >>>= 1) {
      if ((left & 1) == 1) {
        result = product(result, square);
      }
      square = product(square, square);
    }
    return result;
  }

  private long product(long a, long b) {
    long result = 0;
    long shifted = b;
    for (long bit = 1L << width - 1; bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        result ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ polynomial;
    }
    return result;
  }
}
