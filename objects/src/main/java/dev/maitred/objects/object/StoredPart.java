package dev.maitred.objects.object;

import dev.maitred.store.blob.Lease;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * A stretch of an object's bytes.
 *
 * @param blob the id of the file that holds them
 * @param part number, size, ETag and checksum as S3 lists them
 */
public record StoredPart(String blob, Part part) {

  public long size() {
    return part.size();
  }

  /** The slices of the parts' files that hold bytes {@code first} to {@code last}, inclusive. */
  public static List<Lease.Slice> slices(List<StoredPart> parts, long first, long last) {
    List<Lease.Slice> slices = new ArrayList<>();
    long start = 0;
    for (StoredPart part : parts) {
      long from = Math.max(first, start);
      long to = Math.min(last + 1, start + part.size());
      if (from < to) {
        slices.add(new Lease.Slice(part.blob(), from - start, to - from));
      }
      start += part.size();
    }
    return slices;
  }
}
