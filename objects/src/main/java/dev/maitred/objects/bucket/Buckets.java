package dev.maitred.objects.bucket;

import dev.maitred.objects.s3.Account;
import dev.maitred.objects.s3.S3Arn;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.access.Call;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Makes, finds, lists and removes buckets. */
public final class Buckets implements S3Handler {
  private static final int MOST = 10_000;

  private final S3Store store;
  private final BucketTable buckets;
  private final Clock clock;
  private final String account;

  public Buckets(S3Store store, BucketTable buckets, Clock clock, String account) {
    this.store = store;
    this.buckets = buckets;
    this.clock = clock;
    this.account = account;
  }

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest in) {
    BucketName.check(in.bucket());
    Unsupported.refuse(in);
    String location = LocationConstraint.region(constraint(in), Call.current().region());
    List<Tag> tags = tags(in);
    store.write(
        (handle, unused) -> {
          create(handle, in.bucket(), location);
          if (!tags.isEmpty()) {
            buckets.setTags(handle, in.bucket(), tags);
          }
          return in.bucket();
        });
    return CreateBucketResponse.builder()
        .location("/" + in.bucket())
        .bucketArn(S3Arn.bucket(in.bucket()))
        .build();
  }

  private static List<Tag> tags(CreateBucketRequest in) {
    return in.createBucketConfiguration() == null
        ? List.of()
        : TagSet.ofBucket(in.createBucketConfiguration().tags());
  }

  private static Optional<String> constraint(CreateBucketRequest in) {
    return Optional.ofNullable(in.createBucketConfiguration())
        .flatMap(asked -> Optional.ofNullable(asked.locationConstraintAsString()))
        .filter(constraint -> !constraint.isEmpty());
  }

  /** Making a bucket again is an error everywhere but in us-east-1, where it changes nothing. */
  private void create(Handle handle, String name, String location) {
    Optional<Bucket> existing = buckets.find(handle, name);
    if (existing.isEmpty()) {
      buckets.insert(handle, name, location, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    } else if (!location.equals(LocationConstraint.US_EAST_1)
        || !existing.get().bucketRegion().equals(location)) {
      throw S3Errors.bucketAlreadyOwnedByYou(name);
    }
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest in) {
    Bucket bucket = store.read(handle -> buckets.locate(handle, in.bucket(), in));
    return HeadBucketResponse.builder()
        .bucketArn(bucket.bucketArn())
        .bucketRegion(bucket.bucketRegion())
        .accessPointAlias(false)
        .build();
  }

  /** {@code us-east-1} is answered as no constraint at all. */
  @Override
  public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest in) {
    Bucket bucket = store.read(handle -> buckets.locate(handle, in.bucket(), in));
    GetBucketLocationResponse.Builder answer = GetBucketLocationResponse.builder();
    if (!bucket.bucketRegion().equals(LocationConstraint.US_EAST_1)) {
      answer.locationConstraint(bucket.bucketRegion());
    }
    return answer.build();
  }

  /** Only a bucket without objects goes; uploads that were never completed go with it. */
  @Override
  public DeleteBucketResponse deleteBucket(DeleteBucketRequest in) {
    store.write(
        (handle, unused) -> {
          buckets.require(handle, in.bucket(), in);
          if (!buckets.isEmpty(handle, in.bucket())) {
            throw S3Errors.bucketNotEmpty(in.bucket());
          }
          unused.addAll(buckets.abortUploads(handle, in.bucket()));
          buckets.delete(handle, in.bucket());
          return in.bucket();
        });
    return DeleteBucketResponse.builder().build();
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest in) {
    int most = in.maxBuckets() == null ? MOST : in.maxBuckets();
    String after = orEmpty(in.continuationToken());
    List<Bucket> found =
        store.read(handle -> buckets.list(handle, after, orEmpty(in.prefix()), most + 1));
    List<Bucket> page = found.subList(0, Math.min(most, found.size()));
    return ListBucketsResponse.builder()
        .buckets(page.stream().filter(bucket -> isIn(bucket, in.bucketRegion())).toList())
        .owner(Account.owner(account))
        .prefix(in.prefix())
        .continuationToken(found.size() > most ? page.getLast().name() : null)
        .build();
  }

  private static boolean isIn(Bucket bucket, @Nullable String region) {
    return region == null || bucket.bucketRegion().equals(region);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
