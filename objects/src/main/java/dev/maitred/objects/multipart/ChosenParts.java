package dev.maitred.objects.multipart;

import dev.maitred.objects.object.Preconditions;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The parts that a request to complete an upload lists, checked against those that came in. */
final class ChosenParts {
  /** The least bytes of every part but the last: 5 MiB. */
  private static final long LEAST_BYTES = 5L << 20;

  private ChosenParts() {}

  /**
   * The stored parts that the request lists, in its order.
   *
   * @throws dev.maitred.wire.AwsError {@code InvalidPartOrder}, {@code InvalidPart}, {@code
   *     EntityTooSmall} or {@code InvalidRequest}
   */
  static List<StoredPart> of(
      CompleteMultipartUploadRequest in, Upload upload, List<StoredPart> stored) {
    if (in.multipartUpload() == null || in.multipartUpload().parts().isEmpty()) {
      throw S3Errors.invalidRequest("You must specify at least one part");
    }
    checkMode(in, upload);
    List<CompletedPart> listed = in.multipartUpload().parts();
    checkOrder(listed, upload);
    Map<Integer, StoredPart> byNumber = new HashMap<>();
    stored.forEach(part -> byNumber.put(part.part().partNumber(), part));
    List<StoredPart> chosen = new ArrayList<>();
    for (CompletedPart part : listed) {
      chosen.add(find(part, upload, byNumber));
    }
    checkSizes(chosen);
    return chosen;
  }

  private static void checkMode(CompleteMultipartUploadRequest in, Upload upload) {
    if (in.checksumType() != null && in.checksumType() != upload.checksumType()) {
      throw S3Errors.invalidRequest(
          "The upload was created using the "
              + upload.checksumType()
              + " checksum mode. The complete request must use the same checksum mode.");
    }
  }

  private static void checkOrder(List<CompletedPart> parts, Upload upload) {
    int last = 0;
    for (CompletedPart part : parts) {
      if (part.partNumber() == null || part.eTag() == null) {
        throw S3Errors.malformedXml();
      }
      if (part.partNumber() <= last) {
        throw S3Errors.invalidPartOrder(upload.id());
      }
      last = part.partNumber();
    }
  }

  private static StoredPart find(
      CompletedPart listed, Upload upload, Map<Integer, StoredPart> byNumber) {
    StoredPart part = byNumber.get(listed.partNumber());
    String eTag = Preconditions.unquoted(listed.eTag());
    if (part == null || !Preconditions.unquoted(part.part().eTag()).equals(eTag)) {
      throw S3Errors.invalidPart(upload.id(), listed.partNumber(), eTag);
    }
    checkChecksum(listed, upload, part);
    return part;
  }

  private static void checkChecksum(CompletedPart listed, Upload upload, StoredPart part) {
    Optional<Checksum> given = Checksum.in(listed);
    if (given.isEmpty() && upload.checksumType() == ChecksumType.COMPOSITE) {
      throw S3Errors.invalidRequest(
          ("The upload was created using a %s checksum. The complete request must include the"
                  + " checksum for each part. It was missing for part %d in the request.")
              .formatted(
                  upload.algorithm().toString().toLowerCase(Locale.ROOT), listed.partNumber()));
    }
    if (given.isPresent() && !given.get().equals(PartChecksums.checksum(part))) {
      throw S3Errors.invalidPart(
          upload.id(), listed.partNumber(), Preconditions.unquoted(listed.eTag()));
    }
  }

  private static void checkSizes(List<StoredPart> parts) {
    for (StoredPart part : parts.subList(0, parts.size() - 1)) {
      if (part.size() < LEAST_BYTES) {
        throw S3Errors.entityTooSmall(
            part.size(),
            LEAST_BYTES,
            part.part().partNumber(),
            Preconditions.unquoted(part.part().eTag()));
      }
    }
  }
}
