package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * Copies an object; the copy has one part and the ETag of its bytes, however the source was put.
 */
public final class ObjectCopy implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final SourceReader sources;
  private final ObjectWriter writer;
  private final Intake intake;

  public ObjectCopy(
      S3Store store,
      BucketTable buckets,
      SourceReader sources,
      ObjectWriter writer,
      Intake intake) {
    this.store = store;
    this.buckets = buckets;
    this.sources = sources;
    this.writer = writer;
    this.intake = intake;
  }

  @Override
  public CopyObjectResponse copyObject(CopyObjectRequest in) {
    ObjectKey.check(in.destinationKey());
    Unsupported.refuse(in);
    store.read(handle -> buckets.require(handle, in.destinationBucket(), in));
    CopySource from = CopySource.of(in);
    refuseIdleCopy(in, from);
    try (SourceReader.Source source = sources.open(from, in, conditions(in))) {
      return copy(in, source);
    }
  }

  private CopyObjectResponse copy(CopyObjectRequest in, SourceReader.Source source) {
    StoredObject object = source.object();
    if (object.size() > Intake.MOST_BYTES) {
      throw S3Errors.invalidRequest(
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + Intake.MOST_BYTES);
    }
    HeadObjectResponse.Builder headers = headers(in, object.head());
    List<Tag> tags = tags(in, object);
    Expected expected = Expected.nothing(algorithm(in, object.head()));
    Intake.Received received = intake.take(source.bytes(), expected);
    ObjectWriter.Target target =
        new ObjectWriter.Target(in.destinationBucket(), in.destinationKey());
    HeadObjectResponse head = writer.put(in, target, headers, tags, received);
    CopyObjectResult result =
        received
            .checksum()
            .into(CopyObjectResult.builder())
            .eTag(head.eTag())
            .lastModified(head.lastModified())
            .checksumType(head.checksumType())
            .build();
    return CopyObjectResponse.builder().copyObjectResult(result).build();
  }

  private static void refuseIdleCopy(CopyObjectRequest in, CopySource from) {
    boolean onItself =
        from.bucket().equals(in.destinationBucket()) && from.key().equals(in.destinationKey());
    boolean changing =
        in.metadataDirective() == MetadataDirective.REPLACE
            || in.storageClass() != null
            || in.websiteRedirectLocation() != null;
    if (onItself && !changing) {
      throw S3Errors.invalidRequest(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
  }

  private static Preconditions conditions(CopyObjectRequest in) {
    return new Preconditions(
        in.copySourceIfMatch(),
        in.copySourceIfNoneMatch(),
        in.copySourceIfModifiedSince(),
        in.copySourceIfUnmodifiedSince());
  }

  /** Storage class and redirect never come along with a copy; the other headers do if unsaid. */
  private static HeadObjectResponse.Builder headers(
      CopyObjectRequest in, HeadObjectResponse source) {
    HeadObjectResponse.Builder asked = ObjectHeaders.of(in);
    if (in.metadataDirective() == MetadataDirective.REPLACE) {
      return asked;
    }
    HeadObjectResponse kept = asked.build();
    return Checksum.clear(Shapes.copy(source, HeadObjectResponse.builder()))
        .storageClass(kept.storageClass())
        .websiteRedirectLocation(kept.websiteRedirectLocation());
  }

  private static List<Tag> tags(CopyObjectRequest in, StoredObject source) {
    return in.taggingDirective() == TaggingDirective.REPLACE
        ? TagSet.ofObject(TagSet.parse(in.tagging()))
        : source.tags();
  }

  private static ChecksumAlgorithm algorithm(CopyObjectRequest in, HeadObjectResponse source) {
    String asked = in.checksumAlgorithmAsString();
    return asked == null
        ? Checksum.in(source).map(Checksum::algorithm).orElse(Checksum.DEFAULT)
        : Checksum.algorithm(asked);
  }
}
