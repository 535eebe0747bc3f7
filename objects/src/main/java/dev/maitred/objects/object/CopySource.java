package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The object that a copy reads. */
public record CopySource(String bucket, String key, @Nullable String versionId) {
  private static final String VERSION = "?versionId=";

  /** The source of a copy request. */
  public static CopySource of(CopyObjectRequest in) {
    return in.copySource() == null && in.sourceBucket() != null
        ? new CopySource(in.sourceBucket(), in.sourceKey(), in.sourceVersionId())
        : parse(in.copySource());
  }

  /** The source of a request to copy a part. */
  public static CopySource of(UploadPartCopyRequest in) {
    return in.copySource() == null && in.sourceBucket() != null
        ? new CopySource(in.sourceBucket(), in.sourceKey(), in.sourceVersionId())
        : parse(in.copySource());
  }

  /**
   * What {@code x-amz-copy-source} names: {@code bucket/key}, percent-encoded, with or without a
   * slash before it. A plus sign stands for itself.
   */
  private static CopySource parse(@Nullable String header) {
    String text = header == null ? "" : header;
    int version = text.indexOf(VERSION);
    String path = decode(version < 0 ? text : text.substring(0, version));
    String named = path.startsWith("/") ? path.substring(1) : path;
    int slash = named.indexOf('/');
    if (slash < 1 || slash == named.length() - 1) {
      throw S3Errors.invalidArgument(
          "Invalid copy source object key", "x-amz-copy-source", "x-amz-copy-source");
    }
    return new CopySource(
        named.substring(0, slash),
        named.substring(slash + 1),
        version < 0 ? null : text.substring(version + VERSION.length()));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw S3Errors.invalidArgument(
          "Invalid copy source encoding.", "x-amz-copy-source", "x-amz-copy-source");
    }
  }
}
