package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * The bytes of an object that a request asks for.
 *
 * @param range of the object's bytes, empty for all of them
 * @param part the part, where it was asked for by number
 */
record Selection(StoredObject object, Optional<ByteRange> range, Optional<Part> part) {

  static Selection of(
      StoredObject object,
      List<StoredPart> parts,
      @Nullable String range,
      @Nullable Integer partNumber) {
    if (partNumber == null) {
      return new Selection(object, ByteRange.of(range, object.size()), Optional.empty());
    }
    if (range != null) {
      throw S3Errors.invalidRequest(
          "Cannot specify both Range header and partNumber query parameter");
    }
    return part(object, parts, partNumber);
  }

  private static Selection part(StoredObject object, List<StoredPart> parts, int number) {
    long start = 0;
    for (StoredPart stored : parts) {
      if (stored.part().partNumber() == number) {
        Optional<ByteRange> range =
            stored.size() == 0
                ? Optional.empty()
                : Optional.of(new ByteRange(start, start + stored.size() - 1));
        return new Selection(object, range, Optional.of(stored.part()));
      }
      start += stored.size();
    }
    throw S3Errors.invalidPartNumber(number, parts.size());
  }

  long length() {
    return range.map(ByteRange::length).orElse(object.size());
  }

  long first() {
    return range.map(ByteRange::first).orElse(0L);
  }
}
