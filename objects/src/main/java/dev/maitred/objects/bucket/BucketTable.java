package dev.maitred.objects.bucket;

import dev.maitred.objects.s3.Members;
import dev.maitred.objects.s3.S3Arn;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.wire.access.Call;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.Tag;

/** The account's buckets as rows. */
public final class BucketTable {
  private final String account;

  public BucketTable(String account) {
    this.account = account;
  }

  Optional<Bucket> find(Handle handle, String name) {
    return handle
        .createQuery("select name, region, created_at from bucket where name = :name")
        .bind("name", name)
        .map(BucketTable::bucket)
        .findOne();
  }

  /**
   * The bucket that a request names, which must exist in the region that the request was signed
   * for, and belong to the account that the request expects, if it does.
   */
  public Bucket require(Handle handle, String name, SdkPojo request) {
    Bucket bucket = locate(handle, name, request);
    // INVARIANT: aws:RequestedRegion, by which policies hold callers to regions, is the bucket's.
    if (!bucket.bucketRegion().equals(Call.current().region())) {
      throw S3Errors.wrongRegion(Call.current().region(), bucket.bucketRegion());
    }
    return bucket;
  }

  /** The bucket that a request wants to know the region of, wherever it is. */
  Bucket locate(Handle handle, String name, SdkPojo request) {
    checkExpectedOwner(request, "ExpectedBucketOwner");
    return find(handle, name).orElseThrow(() -> S3Errors.noSuchBucket(name));
  }

  /** The bucket that a request copies from, wherever it is. */
  public Bucket requireSource(Handle handle, String name, SdkPojo request) {
    checkExpectedOwner(request, "ExpectedSourceBucketOwner");
    return find(handle, name).orElseThrow(() -> S3Errors.noSuchBucket(name));
  }

  private void checkExpectedOwner(SdkPojo request, String member) {
    Optional<String> expected = Members.value(request, member).map(Object::toString);
    if (expected.isPresent() && !expected.get().equals(account)) {
      throw expected.get().matches("\\d{12}")
          ? S3Errors.accessDenied()
          : S3Errors.invalidBucketOwner(expected.get());
    }
  }

  void insert(Handle handle, String name, String region, Instant created) {
    handle
        .createUpdate("insert into bucket (name, region, created_at) values (:name, :region, :at)")
        .bind("name", name)
        .bind("region", region)
        .bind("at", created.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, String name) {
    handle.createUpdate("delete from bucket where name = :name").bind("name", name).execute();
  }

  public List<Tag> tags(Handle handle, String name) {
    return handle
        .createQuery("select tags from bucket where name = :name and tags is not null")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .map(text -> TagSet.read(Optional.of(text)))
        .orElse(List.of());
  }

  public void setTags(Handle handle, String name, List<Tag> tags) {
    handle
        .createUpdate("update bucket set tags = :tags where name = :name")
        .bind("tags", TagSet.write(tags))
        .bind("name", name)
        .execute();
  }

  boolean isEmpty(Handle handle, String name) {
    return handle
        .createQuery("select 1 from object where bucket = :name limit 1")
        .bind("name", name)
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  /** Forgets the bucket's uploads and gives the blobs that they had. */
  List<String> abortUploads(Handle handle, String name) {
    List<String> blobs =
        handle
            .createQuery(
                "select blob from upload_part join upload on upload.id = upload_part.upload"
                    + " where upload.bucket = :name")
            .bind("name", name)
            .mapTo(String.class)
            .list();
    handle.createUpdate("delete from upload where bucket = :name").bind("name", name).execute();
    return blobs;
  }

  /** Buckets whose names come after {@code after} and start with {@code prefix}, in order. */
  List<Bucket> list(Handle handle, String after, String prefix, int most) {
    return handle
        .createQuery(
            "select name, region, created_at from bucket"
                + " where name > :after and substr(name, 1, length(:prefix)) = :prefix"
                + " order by name limit :most")
        .bind("after", after)
        .bind("prefix", prefix)
        .bind("most", most)
        .map(BucketTable::bucket)
        .list();
  }

  private static Bucket bucket(ResultSet row, StatementContext context) throws SQLException {
    return Bucket.builder()
        .name(row.getString("name"))
        .bucketArn(S3Arn.bucket(row.getString("name")))
        .bucketRegion(row.getString("region"))
        .creationDate(Instant.ofEpochMilli(row.getLong("created_at")))
        .build();
  }
}
