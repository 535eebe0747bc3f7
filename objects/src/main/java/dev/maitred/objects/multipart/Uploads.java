package dev.maitred.objects.multipart;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.ObjectHeaders;
import dev.maitred.objects.object.ObjectKey;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.Initiator;

/** Starts and aborts uploads. */
public final class Uploads implements S3Handler {
  static final int MOST_PARTS = 10_000;
  private static final int ID_BYTES = 32;

  private final S3Store store;
  private final BucketTable buckets;
  private final UploadTable uploads;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Uploads(S3Store store, BucketTable buckets, UploadTable uploads, Clock clock) {
    this.store = store;
    this.buckets = buckets;
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest in) {
    ObjectKey.check(in.key());
    Unsupported.refuse(in);
    ObjectHeaders.of(in);
    TagSet.ofObject(TagSet.parse(in.tagging()));
    Upload upload =
        new Upload(
            newId(),
            in.bucket(),
            in.key(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            initiator(Call.current().caller()),
            in);
    CreateMultipartUploadResponse.Builder answer =
        CreateMultipartUploadResponse.builder()
            .bucket(in.bucket())
            .key(in.key())
            .uploadId(upload.id());
    if (in.checksumAlgorithmAsString() != null || in.checksumType() != null) {
      answer.checksumType(upload.checksumType()).checksumAlgorithm(upload.algorithm());
    }
    store.write(
        (handle, unused) -> {
          buckets.require(handle, in.bucket(), in);
          uploads.insert(handle, upload);
          return upload;
        });
    return answer.build();
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private static Initiator initiator(Caller caller) {
    String name = caller.arn().substring(caller.arn().lastIndexOf('/') + 1);
    return Initiator.builder().id(caller.arn()).displayName(name).build();
  }

  @Override
  public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest in) {
    store.write(
        (handle, unused) -> {
          buckets.require(handle, in.bucket(), in);
          Upload upload = uploads.require(handle, in.bucket(), in.key(), in.uploadId());
          uploads.parts(handle, upload, 0, MOST_PARTS).stream()
              .map(StoredPart::blob)
              .forEach(unused::add);
          uploads.delete(handle, upload);
          return upload;
        });
    return AbortMultipartUploadResponse.builder().build();
  }
}
