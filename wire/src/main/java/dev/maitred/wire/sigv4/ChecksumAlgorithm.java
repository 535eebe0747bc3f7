package dev.maitred.wire.sigv4;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums that S3 knows for an object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">
 *     Checking object integrity</a>
 */
enum ChecksumAlgorithm {
  CRC32(() -> Checksum.of(new CRC32(), Integer.BYTES)),
  CRC32C(() -> Checksum.of(new CRC32C(), Integer.BYTES)),
  CRC64NVME(() -> Checksum.of(new Crc64Nvme(), Long.BYTES)),
  SHA1(() -> Checksum.of(digest("SHA-1"))),
  SHA256(() -> Checksum.of(digest("SHA-256")));

  private final Supplier<Checksum> start;

  ChecksumAlgorithm(Supplier<Checksum> start) {
    this.start = start;
  }

  /** The algorithm of a header such as {@code x-amz-checksum-crc32}. */
  static Optional<ChecksumAlgorithm> ofHeader(String name) {
    return Arrays.stream(values()).filter(value -> value.header().equals(name)).findFirst();
  }

  /** The name of the header, in lower case. */
  String header() {
    return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
  }

  /** A checksum of no bytes so far. */
  Checksum start() {
    return start.get();
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
