package dev.maitred.objects.object;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * An object as its row has it.
 *
 * @param id the row's, new with every put
 * @param head every header that S3 answers for the object, checksum included
 */
public record StoredObject(
    long id, String bucket, String key, HeadObjectResponse head, List<Tag> tags) {
  public StoredObject {
    tags = List.copyOf(tags);
  }

  public long size() {
    return head.contentLength();
  }

  /** The number of tags, absent when there are none, as S3 leaves the header out. */
  Optional<Integer> tagCount() {
    return Optional.of(tags.size()).filter(count -> count > 0);
  }
}
