package dev.maitred.objects.listing;

import dev.maitred.objects.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page starts, in a form that no client should read. */
final class ContinuationToken {
  private ContinuationToken() {}

  static String of(String last) {
    return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  /** The key or prefix of a token that {@link #of} made. */
  static String read(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw S3Errors.invalidArgument(
          "The continuation token provided is incorrect", "continuation-token", token);
    }
  }
}
