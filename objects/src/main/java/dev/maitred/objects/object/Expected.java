package dev.maitred.objects.object;

import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * What a request says about the bytes that come with it.
 *
 * @param algorithm of the checksum to calculate and answer, whether or not its value is known
 *     beforehand (in an aws-chunked body it comes after the bytes)
 * @param stored of the checksum to keep
 */
public record Expected(
    OptionalLong size,
    Optional<byte[]> md5,
    ChecksumAlgorithm algorithm,
    ChecksumAlgorithm stored,
    Optional<Checksum> checksum) {
  private static final int MD5_BYTES = 16;

  /** Nothing but the algorithm. */
  public static Expected nothing(ChecksumAlgorithm algorithm) {
    return new Expected(
        OptionalLong.empty(), Optional.empty(), algorithm, algorithm, Optional.empty());
  }

  /**
   * The expectations of a request with the checksum members of {@code PutObject}.
   *
   * @param algorithm the value of {@code x-amz-sdk-checksum-algorithm}
   * @param otherwise the algorithm to calculate if the request names none
   */
  public static Expected of(
      SdkPojo request,
      OptionalLong size,
      @Nullable String contentMd5,
      @Nullable String algorithm,
      ChecksumAlgorithm otherwise) {
    Optional<Checksum> given = Checksum.in(request).map(Checksum::wellFormed);
    ChecksumAlgorithm named = algorithm == null ? otherwise : Checksum.algorithm(algorithm);
    ChecksumAlgorithm answered = given.map(Checksum::algorithm).orElse(named);
    return new Expected(
        size,
        contentMd5 == null ? Optional.empty() : Optional.of(decoded(contentMd5)),
        answered,
        answered,
        given);
  }

  /** The same, with the checksum of another algorithm kept. */
  public Expected storing(ChecksumAlgorithm other) {
    return new Expected(size, md5, algorithm, other, checksum);
  }

  private static byte[] decoded(String header) {
    try {
      byte[] md5 = Base64.getDecoder().decode(header);
      if (md5.length == MD5_BYTES) {
        return md5;
      }
    } catch (IllegalArgumentException notBase64) {
      // refused below, like a wrong length
    }
    throw S3Errors.invalidDigest(header);
  }

  /**
   * Refuses bytes that are not as expected: {@code IncompleteBody} for their number, {@code
   * BadDigest} for their MD5 or their checksum.
   */
  void check(long count, byte[] calculatedMd5, Checksum calculated) {
    if (size.isPresent() && size.getAsLong() != count) {
      throw S3Errors.incompleteBody();
    }
    md5.filter(expected -> !Arrays.equals(expected, calculatedMd5))
        .ifPresent(
            expected -> {
              throw S3Errors.wrongMd5(base64(expected), base64(calculatedMd5));
            });
    if (checksum.isPresent() && !checksum.get().value().equals(calculated.value())) {
      throw S3Errors.wrongChecksum(algorithm.toString());
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
