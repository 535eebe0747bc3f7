package dev.maitred.objects.s3;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * A checksum as S3's shapes carry it: in the member {@code Checksum…} that is named for its
 * algorithm.
 *
 * @param value base64, for a composite checksum of N parts with {@code -N} after it
 */
public record Checksum(ChecksumAlgorithm algorithm, String value) {

  /** What S3 computes when the client names no algorithm. */
  public static final ChecksumAlgorithm DEFAULT = ChecksumAlgorithm.CRC64_NVME;

  public static final List<ChecksumAlgorithm> ALGORITHMS =
      List.of(
          ChecksumAlgorithm.CRC32,
          ChecksumAlgorithm.CRC32_C,
          ChecksumAlgorithm.CRC64_NVME,
          ChecksumAlgorithm.SHA1,
          ChecksumAlgorithm.SHA256);

  /** The one checksum that {@code shape} carries, if any. */
  public static Optional<Checksum> in(SdkPojo shape) {
    List<Checksum> found = new ArrayList<>();
    for (ChecksumAlgorithm algorithm : ALGORITHMS) {
      Members.value(shape, member(algorithm))
          .ifPresent(value -> found.add(new Checksum(algorithm, value.toString())));
    }
    if (found.size() > 1) {
      throw S3Errors.invalidRequest(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    return found.stream().findFirst();
  }

  /** The algorithm of that name, in any case, such as {@code CRC32} or {@code sha256}. */
  public static ChecksumAlgorithm algorithm(String name) {
    return ALGORITHMS.stream()
        .filter(algorithm -> algorithm.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                S3Errors.invalidRequest(
                    "Checksum algorithm provided is unsupported. Please try again with any of the"
                        + " valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"));
  }

  /** The checksum whose value is {@code bytes}. */
  public static Checksum of(ChecksumAlgorithm algorithm, byte[] bytes) {
    return new Checksum(algorithm, Base64.getEncoder().encodeToString(bytes));
  }

  /** The result of a calculation, which is then over. */
  public static Checksum of(ChecksumAlgorithm algorithm, Calculation calculation) {
    return of(algorithm, calculation.finish());
  }

  /** Sets this checksum in a builder and gives it back. */
  public <B extends SdkPojo> B into(B builder) {
    Members.set(builder, member(algorithm), value);
    return builder;
  }

  /** Removes every checksum from a builder and gives it back. */
  public static <B extends SdkPojo> B clear(B builder) {
    for (ChecksumAlgorithm algorithm : ALGORITHMS) {
      Members.set(builder, member(algorithm), null);
    }
    return builder;
  }

  /** The bytes that {@link #value} stands for. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(value);
  }

  /**
   * This checksum as a client gave it, if it has the form and length of its algorithm.
   *
   * @throws dev.maitred.wire.AwsError {@code InvalidRequest} otherwise
   */
  public Checksum wellFormed() {
    int length = Calculation.of(algorithm).finish().length;
    try {
      if (bytes().length == length) {
        return this;
      }
    } catch (IllegalArgumentException notBase64) {
      // refused below, like a wrong length
    }
    throw S3Errors.invalidRequest("Value for " + header() + " header is invalid.");
  }

  /** The header that carries such a checksum, such as {@code x-amz-checksum-crc32}. */
  public String header() {
    return "x-amz-checksum-" + algorithm.toString().toLowerCase(Locale.ROOT);
  }

  private static String member(ChecksumAlgorithm algorithm) {
    return "Checksum" + algorithm;
  }
}
