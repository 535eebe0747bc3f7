package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import java.util.List;
import java.util.OptionalLong;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Puts an object whole. */
public final class ObjectPut implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectWriter writer;
  private final Intake intake;

  public ObjectPut(S3Store store, BucketTable buckets, ObjectWriter writer, Intake intake) {
    this.store = store;
    this.buckets = buckets;
    this.writer = writer;
    this.intake = intake;
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
    ObjectKey.check(in.key());
    Unsupported.refuse(in);
    HeadObjectResponse.Builder headers = ObjectHeaders.of(in);
    List<Tag> tags = TagSet.ofObject(TagSet.parse(in.tagging()));
    store.read(handle -> buckets.require(handle, in.bucket(), in));

    Expected expected =
        Expected.of(
            in, size(body), in.contentMD5(), in.checksumAlgorithmAsString(), Checksum.DEFAULT);
    Intake.Received received = intake.take(body.contentStreamProvider().newStream(), expected);
    ObjectWriter.Target target = new ObjectWriter.Target(in.bucket(), in.key());
    HeadObjectResponse head = writer.put(in, target, headers, tags, received);
    return received
        .checksum()
        .into(PutObjectResponse.builder())
        .eTag(head.eTag())
        .checksumType(head.checksumType())
        .build();
  }

  /** The number of bytes to come, if it is known. */
  public static OptionalLong size(RequestBody body) {
    return body.optionalContentLength().map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
