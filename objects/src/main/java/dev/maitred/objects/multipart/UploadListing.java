package dev.maitred.objects.multipart;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.Account;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.KeyEncoding;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.store.S3Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Part;

/** Lists uploads under way and the parts that have come in. */
public final class UploadListing implements S3Handler {
  private static final int MOST = 1000;

  private final S3Store store;
  private final BucketTable buckets;
  private final UploadTable uploads;
  private final Owner owner;

  public UploadListing(S3Store store, BucketTable buckets, UploadTable uploads, String account) {
    this.store = store;
    this.buckets = buckets;
    this.uploads = uploads;
    this.owner = Account.owner(account);
  }

  /** An upload and a stretch of its parts, as they were at one moment. */
  private record Found(Upload upload, List<StoredPart> parts) {}

  @Override
  public ListPartsResponse listParts(ListPartsRequest in) {
    int most = most(in.maxParts());
    int after = in.partNumberMarker() == null ? 0 : in.partNumberMarker();
    Found found =
        store.read(
            handle -> {
              buckets.require(handle, in.bucket(), in);
              Upload upload = uploads.require(handle, in.bucket(), in.key(), in.uploadId());
              return new Found(upload, uploads.parts(handle, upload, after, most + 1));
            });
    Upload upload = found.upload();
    List<StoredPart> page = found.parts().subList(0, Math.min(most, found.parts().size()));
    ListPartsResponse.Builder answer =
        ListPartsResponse.builder()
            .bucket(in.bucket())
            .key(in.key())
            .uploadId(in.uploadId())
            .maxParts(most)
            .partNumberMarker(after)
            .nextPartNumberMarker(page.isEmpty() ? 0 : page.getLast().part().partNumber())
            .isTruncated(found.parts().size() > most)
            .parts(page.stream().map(part -> told(part, upload)).toList())
            .initiator(upload.initiator())
            .owner(owner)
            .storageClass(storageClass(upload));
    upload
        .namedAlgorithm()
        .ifPresent(named -> answer.checksumAlgorithm(named).checksumType(upload.checksumType()));
    return answer.build();
  }

  /** Checksums are told only of an upload that was started with one. */
  private static Part told(StoredPart part, Upload upload) {
    return upload.namedAlgorithm().isPresent()
        ? part.part()
        : Checksum.clear(part.part().toBuilder()).build();
  }

  private static String storageClass(Upload upload) {
    String asked = upload.request().storageClassAsString();
    return asked == null ? "STANDARD" : asked;
  }

  @Override
  public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest in) {
    if (in.delimiter() != null && !in.delimiter().isEmpty()) {
      throw S3Errors.notImplemented("delimiter");
    }
    KeyEncoding encoding = KeyEncoding.of(in.encodingTypeAsString());
    int most = most(in.maxUploads());
    String key = orEmpty(in.keyMarker());
    String id = key.isEmpty() ? "" : orEmpty(in.uploadIdMarker());
    List<Upload> found =
        store.read(
            handle -> {
              buckets.require(handle, in.bucket(), in);
              return uploads.list(handle, in.bucket(), orEmpty(in.prefix()), key, id, most + 1);
            });
    List<Upload> page = found.subList(0, Math.min(most, found.size()));
    return ListMultipartUploadsResponse.builder()
        .bucket(in.bucket())
        .prefix(encoding.apply(in.prefix()))
        .encodingType(in.encodingTypeAsString())
        .keyMarker(encoding.apply(key))
        .uploadIdMarker(id)
        .nextKeyMarker(page.isEmpty() ? null : encoding.apply(page.getLast().key()))
        .nextUploadIdMarker(page.isEmpty() ? null : page.getLast().id())
        .maxUploads(most)
        .isTruncated(found.size() > most)
        .uploads(page.stream().map(upload -> told(upload, encoding)).toList())
        .build();
  }

  private MultipartUpload told(Upload upload, KeyEncoding encoding) {
    MultipartUpload.Builder told =
        MultipartUpload.builder()
            .key(encoding.apply(upload.key()))
            .uploadId(upload.id())
            .initiated(upload.initiated())
            .initiator(upload.initiator())
            .owner(owner)
            .storageClass(storageClass(upload));
    upload
        .namedAlgorithm()
        .ifPresent(named -> told.checksumAlgorithm(named).checksumType(upload.checksumType()));
    return told.build();
  }

  private static int most(@Nullable Integer asked) {
    return asked == null || asked < 0 ? MOST : Math.min(asked, MOST);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
