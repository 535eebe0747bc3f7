package dev.maitred.objects.permission;

import static dev.maitred.objects.s3.S3Arn.bucket;
import static dev.maitred.objects.s3.S3Arn.object;

import dev.maitred.objects.object.CopySource;
import dev.maitred.objects.object.ObjectTable;
import dev.maitred.objects.object.StoredObject;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** The operations whose resource is an object. */
final class ObjectRows {
  private static final String GET = "s3:GetObject";
  private static final String PUT = "s3:PutObject";
  private static final String DELETE = "s3:DeleteObject";
  private static final String GET_TAGGING = "s3:GetObjectTagging";
  private static final String PUT_TAGGING = "s3:PutObjectTagging";
  private static final String DELETE_TAGGING = "s3:DeleteObjectTagging";
  private static final String ACL = "s3:x-amz-acl";
  private static final String STORAGE_CLASS = "s3:x-amz-storage-class";

  private final S3Store store;
  private final ObjectTable objects;

  ObjectRows(S3Store store, ObjectTable objects) {
    this.store = store;
    this.objects = objects;
  }

  List<Row<?>> rows() {
    List<Row<?>> rows = new ArrayList<>();
    rows.addAll(wholeObjects());
    rows.addAll(uploads());
    rows.addAll(tags());
    return rows;
  }

  private List<Row<?>> wholeObjects() {
    return List.of(
        Row.of(PutObjectRequest.class, PUT, ObjectRows::putObject),
        Row.of(GetObjectRequest.class, GET, in -> read(GET, in.bucket(), in.key())),
        Row.of(HeadObjectRequest.class, GET, in -> read(GET, in.bucket(), in.key())),
        Row.of(CopyObjectRequest.class, PUT, this::copyObject),
        Row.on(DeleteObjectRequest.class, DELETE, in -> object(in.bucket(), in.key())),
        Row.of(DeleteObjectsRequest.class, DELETE, ObjectRows::deleteObjects));
  }

  private List<Row<?>> uploads() {
    return List.of(
        Row.of(CreateMultipartUploadRequest.class, PUT, ObjectRows::createUpload),
        Row.on(UploadPartRequest.class, PUT, in -> object(in.bucket(), in.key())),
        Row.of(UploadPartCopyRequest.class, PUT, this::copyPart),
        Row.on(CompleteMultipartUploadRequest.class, PUT, in -> object(in.bucket(), in.key())),
        Row.on(
            AbortMultipartUploadRequest.class,
            "s3:AbortMultipartUpload",
            in -> object(in.bucket(), in.key())),
        Row.on(
            ListPartsRequest.class,
            "s3:ListMultipartUploadParts",
            in -> object(in.bucket(), in.key())));
  }

  private List<Row<?>> tags() {
    return List.of(
        Row.of(
            GetObjectTaggingRequest.class,
            GET_TAGGING,
            in -> read(GET_TAGGING, in.bucket(), in.key())),
        Row.of(
            DeleteObjectTaggingRequest.class,
            DELETE_TAGGING,
            in -> read(DELETE_TAGGING, in.bucket(), in.key())),
        Row.of(PutObjectTaggingRequest.class, PUT_TAGGING, this::putTagging));
  }

  /**
   * Reading an object; only those who may list the bucket are told that there is none under the
   * key.
   */
  private List<Requirement> read(String action, String bucket, String key) {
    Optional<StoredObject> found = find(bucket, key);
    if (found.isEmpty()) {
      return List.of(
          Requirement.of(action, object(bucket, key)),
          Requirement.of("s3:ListBucket", bucket(bucket)));
    }
    Conditions conditions = new Conditions().withExisting(found.get().tags());
    return List.of(new Requirement(action, object(bucket, key), conditions.values()));
  }

  private Optional<StoredObject> find(String bucket, String key) {
    return store.read(handle -> objects.find(handle, bucket, key));
  }

  private static List<Requirement> putObject(PutObjectRequest in) {
    Conditions conditions =
        new Conditions()
            .with(ACL, in.aclAsString())
            .with(STORAGE_CLASS, in.storageClassAsString())
            .with("s3:if-match", in.ifMatch())
            .with("s3:if-none-match", in.ifNoneMatch());
    return put(object(in.bucket(), in.key()), conditions, TagSet.parse(in.tagging()));
  }

  private static List<Requirement> createUpload(CreateMultipartUploadRequest in) {
    Conditions conditions =
        new Conditions().with(ACL, in.aclAsString()).with(STORAGE_CLASS, in.storageClassAsString());
    return put(object(in.bucket(), in.key()), conditions, TagSet.parse(in.tagging()));
  }

  /** Putting an object with tags is putting the tags too. */
  private static List<Requirement> put(String target, Conditions conditions, List<Tag> tags) {
    Requirement put = new Requirement(PUT, target, conditions.withRequested(tags).values());
    return tags.isEmpty()
        ? List.of(put)
        : List.of(
            put,
            new Requirement(PUT_TAGGING, target, new Conditions().withRequested(tags).values()));
  }

  /** Reading the source and putting the copy, and the same for the tags that come along. */
  private List<Requirement> copyObject(CopyObjectRequest in) {
    CopySource source = CopySource.of(in);
    List<Requirement> all = new ArrayList<>(read(GET, source.bucket(), source.key()));
    boolean replace = in.taggingDirective() == TaggingDirective.REPLACE;
    List<Tag> tags = replace ? TagSet.parse(in.tagging()) : tagsOf(source);
    if (!replace && !tags.isEmpty()) {
      all.addAll(read(GET_TAGGING, source.bucket(), source.key()));
    }
    Conditions conditions =
        new Conditions()
            .with(ACL, in.aclAsString())
            .with(STORAGE_CLASS, in.storageClassAsString())
            .with("s3:x-amz-copy-source", source.bucket() + "/" + source.key())
            .with("s3:x-amz-metadata-directive", in.metadataDirectiveAsString());
    all.addAll(put(object(in.destinationBucket(), in.destinationKey()), conditions, tags));
    return all;
  }

  private List<Tag> tagsOf(CopySource source) {
    return find(source.bucket(), source.key()).map(StoredObject::tags).orElse(List.of());
  }

  private List<Requirement> copyPart(UploadPartCopyRequest in) {
    CopySource source = CopySource.of(in);
    List<Requirement> all = new ArrayList<>(read(GET, source.bucket(), source.key()));
    Conditions conditions =
        new Conditions().with("s3:x-amz-copy-source", source.bucket() + "/" + source.key());
    all.add(
        new Requirement(
            PUT, object(in.destinationBucket(), in.destinationKey()), conditions.values()));
    return all;
  }

  private static List<Requirement> deleteObjects(DeleteObjectsRequest in) {
    if (in.delete() == null || in.delete().objects().stream().anyMatch(one -> one.key() == null)) {
      throw S3Errors.malformedXml();
    }
    return in.delete().objects().stream()
        .map(one -> Requirement.of(DELETE, object(in.bucket(), one.key())))
        .toList();
  }

  private List<Requirement> putTagging(PutObjectTaggingRequest in) {
    if (in.tagging() == null) {
      throw S3Errors.malformedXml();
    }
    Conditions conditions = new Conditions().withRequested(in.tagging().tagSet());
    Optional<StoredObject> found = find(in.bucket(), in.key());
    found.ifPresent(object -> conditions.withExisting(object.tags()));
    return List.of(
        new Requirement(PUT_TAGGING, object(in.bucket(), in.key()), conditions.values()));
  }
}
