package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * The conditions that a request sets on the object as it is, in the order of RFC 9110, 13.2.2: an
 * ETag condition takes the place of the time condition of the same sense.
 */
public record Preconditions(
    @Nullable String ifMatch,
    @Nullable String ifNoneMatch,
    @Nullable Instant ifModifiedSince,
    @Nullable Instant ifUnmodifiedSince) {

  /**
   * For a read: {@code PreconditionFailed}, or {@code NotModified} where the client's copy is
   * fresh.
   */
  void checkRead(HeadObjectResponse head) {
    checkMatch(head, "If-Match", "If-Unmodified-Since");
    if (isUnchanged(head)) {
      throw S3Errors.notModified();
    }
  }

  /** For the source of a copy, where every unmet condition is {@code PreconditionFailed}. */
  public void checkCopySource(HeadObjectResponse head) {
    checkMatch(head, "x-amz-copy-source-If-Match", "x-amz-copy-source-If-Unmodified-Since");
    if (isUnchanged(head)) {
      throw S3Errors.preconditionFailed(
          ifNoneMatch != null
              ? "x-amz-copy-source-If-None-Match"
              : "x-amz-copy-source-If-Modified-Since");
    }
  }

  private void checkMatch(HeadObjectResponse head, String etagCondition, String timeCondition) {
    if (ifMatch != null) {
      if (!matches(ifMatch, head)) {
        throw S3Errors.preconditionFailed(etagCondition);
      }
    } else if (ifUnmodifiedSince != null && head.lastModified().isAfter(ifUnmodifiedSince)) {
      throw S3Errors.preconditionFailed(timeCondition);
    }
  }

  private boolean isUnchanged(HeadObjectResponse head) {
    if (ifNoneMatch != null) {
      return matches(ifNoneMatch, head);
    }
    return ifModifiedSince != null
        && !head.lastModified().isAfter(ifModifiedSince.truncatedTo(ChronoUnit.SECONDS));
  }

  /** For a write under a key: the object that it would replace, as the client expects it. */
  public static void checkWrite(
      Optional<StoredObject> existing,
      String key,
      @Nullable String ifMatch,
      @Nullable String ifNoneMatch) {
    if (ifMatch != null) {
      StoredObject object = existing.orElseThrow(() -> S3Errors.noSuchKey(key));
      if (!matches(ifMatch, object.head())) {
        throw S3Errors.preconditionFailed("If-Match");
      }
    }
    if (ifNoneMatch != null
        && existing
            .map(StoredObject::head)
            .filter(head -> matches(ifNoneMatch, head))
            .isPresent()) {
      throw S3Errors.preconditionFailed("If-None-Match");
    }
  }

  /** {@code tags} is {@code *} or a list of ETags, with or without their quotes. */
  private static boolean matches(String tags, HeadObjectResponse head) {
    String wanted = unquoted(head.eTag());
    return Arrays.stream(tags.split(","))
        .map(Preconditions::unquoted)
        .anyMatch(tag -> tag.equals("*") || tag.equals(wanted));
  }

  /** An ETag without its quotes. */
  public static String unquoted(String tag) {
    String text = tag.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
