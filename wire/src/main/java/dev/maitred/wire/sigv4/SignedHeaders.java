package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a signature must cover, so that nobody can add or alter a header on the way. */
final class SignedHeaders {
  /**
   * Headers that say one thing; on two lines they could say one to the check and one to a reader.
   */
  private static final List<String> SINGLE =
      List.of(
          "authorization",
          "host",
          "date",
          "content-length",
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-decoded-content-length",
          "x-amz-security-token",
          "x-amz-target",
          "x-amz-trailer");

  /** A token is good only with the key that it was issued with, so it may go unsigned. */
  private static final Set<String> UNSIGNED = Set.of("x-amz-security-token");

  private SignedHeaders() {}

  static void require(HttpRequest request, Authorization authorization, Dialect dialect) {
    requireSingle(request);
    List<String> unsigned =
        request.headers().stream()
            .map(SignedHeaders::name)
            .filter(name -> name.startsWith("x-amz-") && !UNSIGNED.contains(name))
            .filter(name -> !authorization.signedHeaders().contains(name))
            .distinct()
            .toList();
    if (!unsigned.isEmpty()) {
      throw SigV4Errors.notSigned(dialect, unsigned);
    }
    if (!authorization.signedHeaders().stream().allMatch(name -> isThere(request, name))) {
      throw SigV4Errors.mismatch(dialect);
    }
  }

  private static void requireSingle(HttpRequest request) {
    for (String name : SINGLE) {
      if (request.headerValues(name).size() > 1) {
        throw SigV4Errors.incomplete("Header '" + name + "' is there more than once.");
      }
    }
  }

  private static boolean isThere(HttpRequest request, String name) {
    return request.headers().stream().anyMatch(header -> name(header).equals(name));
  }

  private static String name(Header header) {
    return header.name().toLowerCase(Locale.ROOT);
  }
}
