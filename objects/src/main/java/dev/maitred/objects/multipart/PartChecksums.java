package dev.maitred.objects.multipart;

import dev.maitred.objects.object.Preconditions;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.Calculation;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.CrcCombination;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;

/** The checksum and the ETag of an object, from those of its parts. */
final class PartChecksums {
  private PartChecksums() {}

  /** The checksum of the whole object: of all its bytes, or of its parts' checksums. */
  static Checksum whole(ChecksumAlgorithm algorithm, ChecksumType type, List<StoredPart> parts) {
    return type == ChecksumType.COMPOSITE
        ? composite(algorithm, parts)
        : fullObject(algorithm, parts);
  }

  private static Checksum composite(ChecksumAlgorithm algorithm, List<StoredPart> parts) {
    Calculation calculation = Calculation.of(algorithm);
    for (StoredPart part : parts) {
      byte[] bytes = checksum(part).bytes();
      calculation.update(bytes, 0, bytes.length);
    }
    String value = Checksum.of(algorithm, calculation).value();
    return new Checksum(algorithm, value + "-" + parts.size());
  }

  private static Checksum fullObject(ChecksumAlgorithm algorithm, List<StoredPart> parts) {
    CrcCombination combination = CrcCombination.of(algorithm);
    byte[] whole = Calculation.of(algorithm).finish();
    for (StoredPart part : parts) {
      whole = combination.combine(whole, checksum(part).bytes(), part.size());
    }
    return Checksum.of(algorithm, whole);
  }

  static Checksum checksum(StoredPart part) {
    return Checksum.in(part.part()).orElseThrow();
  }

  /** The MD5 of the parts' MD5s and their number, in quotes. */
  static String eTag(List<StoredPart> parts) {
    Calculation md5 = Calculation.md5();
    for (StoredPart part : parts) {
      byte[] bytes = HexFormat.of().parseHex(Preconditions.unquoted(part.part().eTag()));
      md5.update(bytes, 0, bytes.length);
    }
    return '"' + HexFormat.of().formatHex(md5.finish()) + "-" + parts.size() + '"';
  }
}
