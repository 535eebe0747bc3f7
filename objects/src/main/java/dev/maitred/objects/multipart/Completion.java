package dev.maitred.objects.multipart;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.ObjectHeaders;
import dev.maitred.objects.object.ObjectWriter;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Makes an object of the parts of an upload, whose bytes stay where they are. */
public final class Completion implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final UploadTable uploads;
  private final ObjectWriter writer;

  public Completion(S3Store store, BucketTable buckets, UploadTable uploads, ObjectWriter writer) {
    this.store = store;
    this.buckets = buckets;
    this.uploads = uploads;
    this.writer = writer;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      CompleteMultipartUploadRequest in) {
    Unsupported.refuse(in);
    HeadObjectResponse head =
        store.write(
            (handle, unused) -> {
              buckets.require(handle, in.bucket(), in);
              Upload upload = uploads.require(handle, in.bucket(), in.key(), in.uploadId());
              return complete(handle, in, upload, unused);
            });
    CompleteMultipartUploadResponse.Builder answer =
        CompleteMultipartUploadResponse.builder()
            .bucket(in.bucket())
            .key(in.key())
            .location("/" + in.bucket() + "/" + path(in.key()))
            .eTag(head.eTag())
            .checksumType(head.checksumType());
    Checksum.in(head).ifPresent(checksum -> checksum.into(answer));
    return answer.build();
  }

  private static String path(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private HeadObjectResponse complete(
      Handle handle, CompleteMultipartUploadRequest in, Upload upload, List<String> unused) {
    List<StoredPart> stored = uploads.parts(handle, upload, 0, Uploads.MOST_PARTS);
    List<StoredPart> parts = ChosenParts.of(in, upload, stored);
    checkSize(in, parts);
    HeadObjectResponse head = head(in, upload, parts);
    Set<String> kept = new HashSet<>(parts.stream().map(StoredPart::blob).toList());
    stored.stream().map(StoredPart::blob).filter(blob -> !kept.contains(blob)).forEach(unused::add);
    uploads.delete(handle, upload);
    unused.addAll(
        writer.put(
            handle,
            in,
            new ObjectWriter.Target(in.bucket(), in.key()),
            head,
            TagSet.parse(upload.request().tagging()),
            parts));
    return head;
  }

  private static void checkSize(CompleteMultipartUploadRequest in, List<StoredPart> parts) {
    long size = size(parts);
    if (in.mpuObjectSize() != null && in.mpuObjectSize() != size) {
      throw S3Errors.invalidRequest(
          "The provided 'x-amz-mp-object-size' header value %d does not match what was computed: %d"
              .formatted(in.mpuObjectSize(), size));
    }
  }

  private static long size(List<StoredPart> parts) {
    return parts.stream().mapToLong(StoredPart::size).sum();
  }

  private static HeadObjectResponse head(
      CompleteMultipartUploadRequest in, Upload upload, List<StoredPart> parts) {
    ChecksumType type = upload.checksumType();
    Checksum checksum = PartChecksums.whole(upload.algorithm(), type, parts);
    Checksum.in(in)
        .filter(given -> !given.equals(checksum))
        .ifPresent(
            given -> {
              throw S3Errors.wrongChecksum(given.algorithm().toString().toLowerCase(Locale.ROOT));
            });
    return checksum
        .into(ObjectHeaders.of(upload.request()))
        .checksumType(type)
        .contentLength(size(parts))
        .eTag(PartChecksums.eTag(parts))
        .acceptRanges("bytes")
        .lastModified(upload.initiated())
        .build();
  }
}
