package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request in the one form that both sides compute, so that a signature can cover it. */
final class CanonicalRequest {
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

  private CanonicalRequest() {}

  /**
   * The canonical request.
   *
   * @param query the parameters that are signed
   * @param signedHeaders names in lower case, in the order in which they were signed
   * @param payloadHash the hash of the body or the word that stands for it
   */
  static String of(
      HttpRequest request,
      Dialect dialect,
      RawQuery query,
      List<String> signedHeaders,
      String payloadHash) {
    return String.join(
        "\n",
        request.method(),
        CanonicalPath.of(request.rawPath(), dialect),
        query.canonical(),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        payloadHash);
  }

  private static String headers(HttpRequest request, List<String> names) {
    return names.stream()
        .map(name -> name + ":" + value(request, name) + "\n")
        .collect(Collectors.joining());
  }

  /** The values of all lines with this name, joined by commas, runs of blanks made one. */
  private static String value(HttpRequest request, String name) {
    return request.headerValues(name).stream()
        .map(value -> BLANKS.matcher(value.strip()).replaceAll(" "))
        .collect(Collectors.joining(","));
  }
}
