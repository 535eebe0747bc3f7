package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.AwsError;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Deletes objects; a key that has none counts as deleted. */
public final class ObjectDelete implements S3Handler {
  private static final int MOST_KEYS = 1000;

  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectTable objects;

  public ObjectDelete(S3Store store, BucketTable buckets, ObjectTable objects) {
    this.store = store;
    this.buckets = buckets;
    this.objects = objects;
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest in) {
    Unsupported.refuse(in);
    store.write(
        (handle, unused) -> {
          buckets.require(handle, in.bucket(), in);
          return unused.addAll(delete(handle, in.bucket(), in.key(), in.versionId(), in.ifMatch()));
        });
    return DeleteObjectResponse.builder().build();
  }

  /** All keys in one transaction; a key that is refused is answered among the errors. */
  @Override
  public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest in) {
    Unsupported.refuse(in);
    List<ObjectIdentifier> asked = in.delete().objects();
    if (asked.isEmpty() || asked.size() > MOST_KEYS) {
      throw S3Errors.malformedXml();
    }
    List<DeletedObject> deleted = new ArrayList<>();
    List<S3Error> errors = new ArrayList<>();
    store.write(
        (handle, unused) -> {
          buckets.require(handle, in.bucket(), in);
          for (ObjectIdentifier one : asked) {
            try {
              unused.addAll(delete(handle, in.bucket(), one.key(), one.versionId(), one.eTag()));
              deleted.add(DeletedObject.builder().key(one.key()).build());
            } catch (AwsError refusal) {
              errors.add(error(one, refusal));
            }
          }
          return asked.size();
        });
    boolean quiet = Boolean.TRUE.equals(in.delete().quiet());
    return DeleteObjectsResponse.builder()
        .deleted(quiet ? List.of() : deleted)
        .errors(errors)
        .build();
  }

  private List<String> delete(
      Handle handle,
      String bucket,
      String key,
      @Nullable String versionId,
      @Nullable String ifMatch) {
    ObjectGet.checkVersion(versionId);
    if (ifMatch != null) {
      Preconditions.checkWrite(objects.find(handle, bucket, key), key, ifMatch, null);
    }
    return objects.delete(handle, bucket, key);
  }

  private static S3Error error(ObjectIdentifier asked, AwsError refusal) {
    return S3Error.builder()
        .key(asked.key())
        .versionId(asked.versionId())
        .code(refusal.code())
        .message(refusal.getMessage())
        .build();
  }
}
