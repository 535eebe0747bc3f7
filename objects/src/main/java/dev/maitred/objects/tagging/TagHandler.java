package dev.maitred.objects.tagging;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.ObjectTable;
import dev.maitred.objects.object.StoredObject;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.store.S3Store;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Puts, gets and deletes tags; putting replaces all that were there. */
public final class TagHandler implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectTable objects;

  public TagHandler(S3Store store, BucketTable buckets, ObjectTable objects) {
    this.store = store;
    this.buckets = buckets;
    this.objects = objects;
  }

  @Override
  public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest in) {
    setObject(in, in.bucket(), in.key(), TagSet.ofObject(in.tagging().tagSet()));
    return PutObjectTaggingResponse.builder().build();
  }

  @Override
  public DeleteObjectTaggingResponse deleteObjectTagging(DeleteObjectTaggingRequest in) {
    setObject(in, in.bucket(), in.key(), List.of());
    return DeleteObjectTaggingResponse.builder().build();
  }

  private void setObject(SdkPojo in, String bucket, String key, List<Tag> tags) {
    store.write(
        (handle, unused) -> {
          StoredObject object = object(handle, in, bucket, key);
          objects.setTags(handle, object, tags);
          return object;
        });
  }

  @Override
  public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest in) {
    StoredObject object = store.read(handle -> object(handle, in, in.bucket(), in.key()));
    return GetObjectTaggingResponse.builder().tagSet(object.tags()).build();
  }

  private StoredObject object(Handle handle, SdkPojo in, String bucket, String key) {
    buckets.require(handle, bucket, in);
    return objects.require(handle, bucket, key);
  }

  @Override
  public PutBucketTaggingResponse putBucketTagging(PutBucketTaggingRequest in) {
    if (in.tagging() == null) {
      throw S3Errors.malformedXml();
    }
    setBucket(in, in.bucket(), TagSet.ofBucket(in.tagging().tagSet()));
    return PutBucketTaggingResponse.builder().build();
  }

  @Override
  public DeleteBucketTaggingResponse deleteBucketTagging(DeleteBucketTaggingRequest in) {
    setBucket(in, in.bucket(), List.of());
    return DeleteBucketTaggingResponse.builder().build();
  }

  private void setBucket(SdkPojo in, String bucket, List<Tag> tags) {
    store.write(
        (handle, unused) -> {
          buckets.require(handle, bucket, in);
          buckets.setTags(handle, bucket, tags);
          return bucket;
        });
  }

  @Override
  public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest in) {
    List<Tag> tags =
        store.read(
            handle -> {
              buckets.require(handle, in.bucket(), in);
              return buckets.tags(handle, in.bucket());
            });
    if (tags.isEmpty()) {
      throw S3Errors.noSuchTagSet(in.bucket());
    }
    return GetBucketTaggingResponse.builder().tagSet(tags).build();
  }
}
