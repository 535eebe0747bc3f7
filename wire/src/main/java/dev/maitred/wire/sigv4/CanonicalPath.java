package dev.maitred.wire.sigv4;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path of a request in the form that was signed. */
final class CanonicalPath {
  private CanonicalPath() {}

  static String of(String rawPath, Dialect dialect) {
    return dialect.normalizesPath()
        ? PercentCoding.encodePath(normalize(rawPath))
        : PercentCoding.encodePathOnce(rawPath);
  }

  /** Resolves {@code .}, {@code ..} and empty segments (RFC 3986 section 5.2.4). */
  static String normalize(String rawPath) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : rawPath.split("/", -1)) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    boolean slashAtEnd = rawPath.endsWith("/") && !kept.isEmpty();
    return "/" + String.join("/", kept) + (slashAtEnd ? "/" : "");
  }
}
