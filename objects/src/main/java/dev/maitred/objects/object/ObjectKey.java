package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import java.nio.charset.StandardCharsets;

/**
 * The one rule for keys: at most 1,024 bytes of UTF-8. Slashes, dots and percent signs mean nothing
 * to the store.
 */
public final class ObjectKey {
  private static final int MOST_BYTES = 1024;

  private ObjectKey() {}

  /** Refuses a key that is too long. */
  public static void check(String key) {
    int size = key.getBytes(StandardCharsets.UTF_8).length;
    if (size > MOST_BYTES) {
      throw S3Errors.keyTooLong(size, MOST_BYTES);
    }
  }
}
