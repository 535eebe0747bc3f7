package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.s3.Members;
import dev.maitred.objects.store.S3Store;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Makes objects of bytes that have come in. */
public final class ObjectWriter {
  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectTable objects;
  private final Clock clock;

  public ObjectWriter(S3Store store, BucketTable buckets, ObjectTable objects, Clock clock) {
    this.store = store;
    this.buckets = buckets;
    this.objects = objects;
    this.clock = clock;
  }

  /** The bucket and the key that an object is put under. */
  public record Target(String bucket, String key) {}

  /**
   * Puts an object of one part, if the conditions of {@code request} hold.
   *
   * @param headers as {@link ObjectHeaders#of} or another object has them
   * @return all its headers
   */
  HeadObjectResponse put(
      SdkPojo request,
      Target target,
      HeadObjectResponse.Builder headers,
      List<Tag> tags,
      Intake.Received received) {
    HeadObjectResponse head = finished(headers, received);
    List<StoredPart> parts = List.of(received.part(1, head.lastModified()));
    store.write(
        List.of(received.blob()),
        (handle, unused) -> unused.addAll(put(handle, request, target, head, tags, parts)));
    return head;
  }

  /**
   * Puts an object in a transaction under way, if the conditions of {@code request} hold.
   *
   * @return the blobs of the object that was replaced
   */
  public List<String> put(
      Handle handle,
      SdkPojo request,
      Target target,
      HeadObjectResponse head,
      List<Tag> tags,
      List<StoredPart> parts) {
    buckets.require(handle, target.bucket(), request);
    Optional<StoredObject> existing = objects.find(handle, target.bucket(), target.key());
    Preconditions.checkWrite(
        existing, target.key(), text(request, "IfMatch"), text(request, "IfNoneMatch"));
    return objects.put(handle, target.bucket(), target.key(), head, tags, parts);
  }

  private static @Nullable String text(SdkPojo request, String member) {
    return Members.value(request, member).map(Object::toString).orElse(null);
  }

  /** The time of a change, in whole seconds as S3 tells it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private HeadObjectResponse finished(
      HeadObjectResponse.Builder headers, Intake.Received received) {
    return received
        .checksum()
        .into(headers)
        .checksumType(ChecksumType.FULL_OBJECT)
        .contentLength(received.size())
        .eTag(received.eTag())
        .acceptRanges("bytes")
        .lastModified(now())
        .build();
  }
}
