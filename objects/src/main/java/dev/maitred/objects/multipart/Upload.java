package dev.maitred.objects.multipart;

import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.Initiator;

/**
 * An upload under way.
 *
 * @param request what started it: the headers of the object to be, and its checksum
 */
record Upload(
    String id,
    String bucket,
    String key,
    Instant initiated,
    Initiator initiator,
    CreateMultipartUploadRequest request) {

  /** The algorithm that the client named at the start, if any. */
  Optional<ChecksumAlgorithm> namedAlgorithm() {
    return Optional.ofNullable(request.checksumAlgorithmAsString()).map(Checksum::algorithm);
  }

  /** The algorithm of the object's checksum. */
  ChecksumAlgorithm algorithm() {
    return namedAlgorithm().orElse(Checksum.DEFAULT);
  }

  /** Whether the object's checksum will be of its bytes, or of its parts' checksums. */
  ChecksumType checksumType() {
    return type(request);
  }

  /**
   * The type of checksum that a request to start an upload asks for.
   *
   * @throws dev.maitred.wire.AwsError {@code InvalidRequest} for a type that its algorithm does not
   *     have
   */
  static ChecksumType type(CreateMultipartUploadRequest request) {
    ChecksumType asked = request.checksumType();
    if (request.checksumAlgorithmAsString() == null) {
      if (asked != null) {
        throw S3Errors.invalidRequest(
            "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
                + " header.");
      }
      return ChecksumType.FULL_OBJECT;
    }
    ChecksumAlgorithm algorithm = Checksum.algorithm(request.checksumAlgorithmAsString());
    ChecksumType type = asked == null ? usual(algorithm) : asked;
    if (!allows(algorithm, type)) {
      throw S3Errors.invalidRequest(
          "The %s checksum type cannot be used with the %s checksum algorithm."
              .formatted(type, algorithm.toString().toLowerCase(Locale.ROOT)));
    }
    return type;
  }

  private static ChecksumType usual(ChecksumAlgorithm algorithm) {
    return algorithm == ChecksumAlgorithm.CRC64_NVME
        ? ChecksumType.FULL_OBJECT
        : ChecksumType.COMPOSITE;
  }

  private static boolean allows(ChecksumAlgorithm algorithm, ChecksumType type) {
    return switch (algorithm) {
      case CRC64_NVME -> type == ChecksumType.FULL_OBJECT;
      case SHA1, SHA256 -> type == ChecksumType.COMPOSITE;
      default -> true;
    };
  }
}
