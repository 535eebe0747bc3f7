package dev.maitred.wire.protocol;

import dev.maitred.wire.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Virtual-hosted addressing of S3: {@code Host: bucket.localhost} or {@code
 * bucket.s3.….amazonaws.com}.
 */
final class BucketHost {
  private static final Pattern HOST =
      Pattern.compile("(.+)\\.(?:localhost|s3(?:[.-][a-z0-9-]+)*\\.amazonaws\\.com)(?::\\d+)?");

  private BucketHost() {}

  /** The request's path with the bucket in front, wherever it was said. */
  static String path(HttpRequest request) {
    Matcher host = HOST.matcher(request.header("Host").orElse(""));
    return host.matches() && !host.group(1).equals("s3")
        ? "/" + host.group(1) + request.rawPath()
        : request.rawPath();
  }
}
