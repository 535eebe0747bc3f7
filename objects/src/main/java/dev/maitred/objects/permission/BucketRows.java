package dev.maitred.objects.permission;

import static dev.maitred.objects.s3.S3Arn.bucket;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;

/** The operations whose resource is a bucket. */
final class BucketRows {
  private static final String LIST = "s3:ListBucket";

  // The guide's examples allow the listing of buckets on this ARN as well as on `*`.
  private static final String EVERY_BUCKET = "arn:aws:s3:::*";

  private static final String PUT_TAGGING = "s3:PutBucketTagging";

  private BucketRows() {}

  static List<Row<?>> rows() {
    return List.of(
        Row.on(ListBucketsRequest.class, "s3:ListAllMyBuckets", in -> EVERY_BUCKET),
        Row.of(CreateBucketRequest.class, "s3:CreateBucket", BucketRows::createBucket),
        Row.on(DeleteBucketRequest.class, "s3:DeleteBucket", in -> bucket(in.bucket())),
        Row.on(GetBucketLocationRequest.class, "s3:GetBucketLocation", in -> bucket(in.bucket())),
        Row.on(HeadBucketRequest.class, LIST, in -> bucket(in.bucket())),
        Row.of(
            ListObjectsRequest.class,
            LIST,
            in -> list(in.bucket(), in.prefix(), in.delimiter(), in.maxKeys())),
        Row.of(
            ListObjectsV2Request.class,
            LIST,
            in -> list(in.bucket(), in.prefix(), in.delimiter(), in.maxKeys())),
        Row.on(
            ListMultipartUploadsRequest.class,
            "s3:ListBucketMultipartUploads",
            in -> bucket(in.bucket())),
        Row.on(GetBucketTaggingRequest.class, "s3:GetBucketTagging", in -> bucket(in.bucket())),
        Row.on(PutBucketTaggingRequest.class, PUT_TAGGING, in -> bucket(in.bucket())),
        Row.on(DeleteBucketTaggingRequest.class, PUT_TAGGING, in -> bucket(in.bucket())));
  }

  private static List<Requirement> createBucket(CreateBucketRequest in) {
    Conditions conditions = new Conditions().with("s3:x-amz-acl", in.aclAsString());
    if (in.createBucketConfiguration() != null) {
      conditions.with(
          "s3:locationconstraint", in.createBucketConfiguration().locationConstraintAsString());
    }
    Requirement create =
        new Requirement("s3:CreateBucket", bucket(in.bucket()), conditions.values());
    boolean tagged =
        in.createBucketConfiguration() != null && in.createBucketConfiguration().hasTags();
    return tagged
        ? List.of(create, Requirement.of(PUT_TAGGING, bucket(in.bucket())))
        : List.of(create);
  }

  private static List<Requirement> list(
      String bucket,
      @Nullable String prefix,
      @Nullable String delimiter,
      @Nullable Integer maxKeys) {
    Map<String, List<String>> conditions =
        new Conditions()
            .with("s3:prefix", prefix)
            .with("s3:delimiter", delimiter)
            .with("s3:max-keys", maxKeys)
            .values();
    return List.of(new Requirement(LIST, bucket(bucket), conditions));
  }
}
