package dev.maitred.objects.listing;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.ObjectTable;
import dev.maitred.objects.object.StoredObject;
import dev.maitred.objects.s3.Account;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.KeyEncoding;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.store.S3Store;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Answers both forms of listing, {@code ListObjectsV2} and the older {@code ListObjects}. */
public final class ObjectListing implements S3Handler {
  private static final int MOST_KEYS = 1000;

  private final S3Store store;
  private final BucketTable buckets;
  private final Owner owner;

  public ObjectListing(S3Store store, BucketTable buckets, String account) {
    this.store = store;
    this.buckets = buckets;
    this.owner = Account.owner(account);
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request in) {
    KeyEncoding encoding = KeyEncoding.of(in.encodingTypeAsString());
    String token = in.continuationToken();
    String after = token == null ? orEmpty(in.startAfter()) : ContinuationToken.read(token);
    int most = most(in.maxKeys());
    KeyPage<StoredObject> page =
        page(in, in.bucket(), orEmpty(in.prefix()), orEmpty(in.delimiter()), after, most);
    boolean withOwner = Boolean.TRUE.equals(in.fetchOwner());
    return ListObjectsV2Response.builder()
        .name(in.bucket())
        .prefix(encoding.apply(orEmpty(in.prefix())))
        .delimiter(encoding.apply(in.delimiter()))
        .startAfter(encoding.apply(in.startAfter()))
        .encodingType(in.encodingTypeAsString())
        .maxKeys(most)
        .keyCount(page.count())
        .isTruncated(page.isTruncated())
        .continuationToken(token)
        .nextContinuationToken(page.isTruncated() ? ContinuationToken.of(page.last()) : null)
        .contents(contents(page, encoding, withOwner))
        .commonPrefixes(commonPrefixes(page, encoding))
        .build();
  }

  /** The next marker is told only with a delimiter; without one it is the last key. */
  @Override
  public ListObjectsResponse listObjects(ListObjectsRequest in) {
    KeyEncoding encoding = KeyEncoding.of(in.encodingTypeAsString());
    int most = most(in.maxKeys());
    String delimiter = orEmpty(in.delimiter());
    KeyPage<StoredObject> page =
        page(in, in.bucket(), orEmpty(in.prefix()), delimiter, orEmpty(in.marker()), most);
    boolean tellNext = page.isTruncated() && !delimiter.isEmpty();
    return ListObjectsResponse.builder()
        .name(in.bucket())
        .prefix(encoding.apply(orEmpty(in.prefix())))
        .delimiter(encoding.apply(in.delimiter()))
        .marker(encoding.apply(orEmpty(in.marker())))
        .nextMarker(tellNext ? encoding.apply(page.last()) : null)
        .encodingType(in.encodingTypeAsString())
        .maxKeys(most)
        .isTruncated(page.isTruncated())
        .contents(contents(page, encoding, true))
        .commonPrefixes(commonPrefixes(page, encoding))
        .build();
  }

  private static int most(@Nullable Integer maxKeys) {
    if (maxKeys != null && maxKeys < 0) {
      throw S3Errors.invalidArgument(
          "Argument maxKeys must be an integer between 0 and 2147483647",
          "maxKeys",
          maxKeys.toString());
    }
    return maxKeys == null ? MOST_KEYS : Math.min(maxKeys, MOST_KEYS);
  }

  private KeyPage<StoredObject> page(
      SdkPojo in, String bucket, String prefix, String delimiter, String after, int most) {
    return store.read(
        handle -> {
          buckets.require(handle, bucket, in);
          return KeyListing.page(
              (from, inclusive, batch) ->
                  objects(handle, bucket, prefix, inclusive ? ">=" : ">", from, batch),
              StoredObject::key,
              prefix,
              delimiter,
              after,
              most);
        });
  }

  private static List<StoredObject> objects(
      Handle handle, String bucket, String prefix, String comparison, String from, int most) {
    String end = KeyOrder.after(prefix);
    return handle
        .createQuery(
            "select id, bucket, key, document, tags from object where bucket = :bucket and key "
                + comparison
                + " :from and key >= :prefix and (:end = '' or key < :end)"
                + " order by key limit :most")
        .bind("bucket", bucket)
        .bind("from", from)
        .bind("prefix", prefix)
        .bind("end", end)
        .bind("most", most)
        .map(ObjectTable::object)
        .list();
  }

  private List<S3Object> contents(
      KeyPage<StoredObject> page, KeyEncoding encoding, boolean withOwner) {
    return page.entries().stream().map(object -> entry(object, encoding, withOwner)).toList();
  }

  private S3Object entry(StoredObject object, KeyEncoding encoding, boolean withOwner) {
    String storageClass = object.head().storageClassAsString();
    S3Object.Builder entry =
        S3Object.builder()
            .key(encoding.apply(object.key()))
            .size(object.size())
            .eTag(object.head().eTag())
            .lastModified(object.head().lastModified())
            .storageClass(storageClass == null ? "STANDARD" : storageClass)
            .checksumType(object.head().checksumType())
            .owner(withOwner ? owner : null);
    Checksum.in(object.head()).ifPresent(sum -> entry.checksumAlgorithm(sum.algorithm()));
    return entry.build();
  }

  private static List<CommonPrefix> commonPrefixes(
      KeyPage<StoredObject> page, KeyEncoding encoding) {
    return page.prefixes().stream()
        .map(prefix -> CommonPrefix.builder().prefix(encoding.apply(prefix)).build())
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
